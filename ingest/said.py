"""What the importer states of files that do not say it themselves."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """What the importer states for files that do not say it themselves: year and region, and where from and when.

    >>> Said(region="天津市").over(Said(2024, "某市"))
    Said(fiscal_year=2024, region='天津市', url=None, published=None)
    """

    fiscal_year: int | None = None
    region: str | None = None
    url: str | None = None
    published: str | None = None

    def over(self, then: "Said") -> "Said":
        """What is stated now, and where nothing is, what was stated before: it holds until restated."""
        return Said(
            self.fiscal_year or then.fiscal_year,
            self.region or then.region,
            self.url or then.url,
            self.published or then.published,
        )


NOTHING_SAID = Said()
