"""What the importer states of files that do not say it themselves."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """What the importer states for files that do not say it themselves."""

    fiscal_year: int | None = None
    region: str | None = None


NOTHING_SAID = Said()
