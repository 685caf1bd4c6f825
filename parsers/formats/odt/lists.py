"""Numbered lists of a text: the number that stands before the first paragraph of an item."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from parsers.formats.counting import Counter, Level
from parsers.formats.odt.names import STYLE, TEXT

_STYLES = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "一, 二, 三, ...": "chineseCounting",
    "壹, 贰, 叁, ...": "chineseLegalSimplified",
    "壹, 貳, 參, ...": "ideographLegalTraditional",
    "①, ②, ③, ...": "decimalEnclosedCircle",
    "甲, 乙, 丙, ...": "ideographTraditional",
    "子, 丑, 寅, ...": "ideographZodiac",
}
"""How numbers are shown, by the names OpenDocument gives it."""
_ID = "{http://www.w3.org/XML/1998/namespace}id"


@dataclass(slots=True)
class List:
    """A list that is open, or one in it: its style, how deep it stands, and the numbers it has reached."""

    style: str
    counter: Counter
    level: int = 0

    def next(self) -> str:
        """The number of the next item."""
        return self.counter.next(self.level)


class Lists:
    """The lists of a text; `styles` gives the part that holds the styles with names, None where there is none."""

    def __init__(self, content: etree._Element, styles: Callable[[], etree._Element | None]) -> None:
        self._content = content
        self._styles = styles
        self._by_style: dict[str, Counter] = {}
        self._by_name: dict[str, Counter] = {}

    def opened(self, element: etree._Element, outer: List | None) -> List:
        """The list that an element begins, in another one or by itself; it counts on where it says so."""
        if outer is not None:
            own = element.get(TEXT("style-name"))
            if own is None or own == outer.style:
                return List(outer.style, outer.counter, outer.level + 1)
            return List(own, Counter(self._levels(own)), outer.level + 1)
        style = element.get(TEXT("style-name")) or ""
        counter = self._by_name.get(element.get(TEXT("continue-list")) or "")
        if counter is None and element.get(TEXT("continue-numbering")) == "true":
            counter = self._by_style.get(style)
        if counter is None:
            counter = Counter(self._levels(style))
        self._by_style[style] = counter
        if name := element.get(_ID):
            self._by_name[name] = counter
        return List(style, counter)

    def _levels(self, style: str) -> dict[int, Level]:
        found = next((each for each in self._stated if each.get(STYLE("name")) == style), None)
        if found is None:
            return {}
        numbered = list(found.iterchildren(TEXT("list-level-style-number")))
        return {place: level for element in numbered for place, level in [_level(element)]}

    @cached_property
    def _stated(self) -> list[etree._Element]:
        return [style for root in self._roots() for style in root.iter(TEXT("list-style"))]

    def _roots(self) -> Iterator[etree._Element]:
        yield self._content
        named = self._styles()
        if named is not None:
            yield named


def _level(element: etree._Element) -> tuple[int, Level]:
    """A level, counted from 0, and how it counts."""
    place = _number(element.get(TEXT("level")), 1) - 1
    shown = element.get(STYLE("num-format")) or ""
    above = min(_number(element.get(TEXT("display-levels")), 1), place + 1)
    numbers = ".".join(f"%{number}" for number in range(place + 2 - above, place + 2))
    around = (element.get(STYLE("num-prefix")) or "", element.get(STYLE("num-suffix")) or "")
    return place, Level(
        start=_number(element.get(TEXT("start-value")), 1),
        style=_STYLES.get(shown, "decimal") if shown else "none",
        shown=f"{around[0]}{numbers}{around[1]}" if shown else "",
    )


def _number(stated: str | None, otherwise: int) -> int:
    return int(stated) if stated and stated.isdecimal() and len(stated) < 7 else otherwise
