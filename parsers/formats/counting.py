"""Lists that count: their levels, and the number each shows next, as in "%1.%2" or "（%1）"."""

import re
from dataclasses import dataclass, field

from parsers.formats.numerals import numeral

_PLACEHOLDER = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list counts and shows its number."""

    start: int = 1
    style: str = "decimal"
    shown: str = ""
    legal: bool = False
    restarts: int | None = None


@dataclass(slots=True)
class Counter:
    """The numbers a list has reached, level by level."""

    levels: dict[int, Level]
    at: dict[int, int] = field(default_factory=dict)

    def next(self, level: int) -> str:
        """Count on at a level, and show it as its text says: "%1.%2" with the numbers above it."""
        stated = self.levels.get(level)
        if stated is None:
            return ""
        self.at[level] = self.at[level] + 1 if level in self.at else stated.start
        for deeper in [number for number in self.at if number > level]:
            after = self.levels[deeper].restarts
            if after is None or level < after:
                del self.at[deeper]
        if stated.style == "bullet" or "%" not in stated.shown:
            return "" if stated.style in {"bullet", "none"} else stated.shown
        return _PLACEHOLDER.sub(lambda place: self._number(int(place[1]) - 1, stated), stated.shown)

    def _number(self, level: int, shown_in: Level) -> str:
        stated = self.levels.get(level)
        if stated is None:
            return ""
        return numeral(self.at.get(level, stated.start), "decimal" if shown_in.legal else stated.style)
