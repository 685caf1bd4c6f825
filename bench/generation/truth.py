"""What a made-up document says, as a reader of it must find it."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from decimal import Decimal
from typing import Any


@dataclass(frozen=True, slots=True)
class TrueTarget:
    """The meaning of one target: bounds in the canonical unit; None where there is none."""

    kind: str
    comparator: str | None = None
    low: str | None = None
    high: str | None = None
    unit: str | None = None
    not_after: str | None = None


@dataclass(frozen=True, slots=True)
class TrueIndicator:
    """One indicator; `said` holds its cells as written by their names in docs/json.md (value, operator, weight…)."""

    name: str
    level1: str | None
    level2: str | None
    said: Mapping[str, str]
    target: TrueTarget
    period: str = "annual"
    area: str | None = None


@dataclass(slots=True)
class TrueTable:
    """One table; `head` holds its fields by their names in docs/json.md, `budget` the money in yuan."""

    kind: str
    head: dict[str, str | int | None]
    budget: dict[str, str | None]
    indicators: list[TrueIndicator] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class TrueFile:
    """One file with its tables; `same_as` and `corrects` name the file it repeats or corrects."""

    path: str
    format: str
    layout: str
    tables: list[TrueTable]
    same_as: str | None = None
    corrects: str | None = None

    def as_json(self) -> dict[str, Any]:
        """A line of truth.jsonl."""
        return asdict(self)


def plain(number: Decimal) -> str:
    """A number without exponent and trailing zeros.

    >>> plain(Decimal("4990.00")), plain(Decimal("1E+4"))
    ('4990', '10000')
    """
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
