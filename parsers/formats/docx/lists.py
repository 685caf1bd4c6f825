"""Automatic numbering: the number that Word shows before a paragraph and stores nowhere."""

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property

from lxml import etree

from parsers.formats.counting import Counter, Level
from parsers.formats.docx import names
from parsers.formats.docx.names import word


class Lists:
    """The lists of a document by the ids that paragraphs name; lists of one definition count together."""

    def __init__(self, root: Callable[[], etree._Element | None]) -> None:
        self._load = root
        self._counters: dict[str, Counter | None] = {}
        self._shared: dict[str, dict[int, int]] = {}

    @cached_property
    def _root(self) -> etree._Element | None:
        return self._load()

    def label(self, key: str, level: str | None) -> str:
        """The number before the next paragraph of a list."""
        if key not in self._counters:
            self._counters[key] = self._counter(key)
        counter = self._counters[key]
        return counter.next(int(level) if level and level.isdecimal() else 0) if counter else ""

    def _counter(self, key: str) -> Counter | None:
        stated = self._named("num", "numId", key)
        abstract = stated.find(word("abstractNumId")) if stated is not None else None
        name = (abstract.get(names.VAL) or "") if abstract is not None else ""
        levels = self._levels(name)
        if stated is None or levels is None:
            return None
        overrides = list(stated.iterchildren(word("lvlOverride")))
        for override in overrides:
            number = _number(override.get(names.LEVEL), 0)
            own, start = override.find(word("lvl")), override.find(word("startOverride"))
            if own is not None:
                levels[number] = _level(own)
            if start is not None and number in levels:
                levels[number] = _started(levels[number], _number(start.get(names.VAL), 1))
        return Counter(levels, {} if overrides else self._shared.setdefault(name, {}))

    def _levels(self, name: str, followed: int = 0) -> dict[int, Level] | None:
        abstract = self._named("abstractNum", "abstractNumId", name)
        if abstract is None:
            return None
        linked = abstract.find(word("numStyleLink"))
        if linked is not None and followed < 4:
            return self._linked(linked.get(names.VAL), followed)
        return {_number(level.get(names.LEVEL), 0): _level(level) for level in abstract.iterchildren(word("lvl"))}

    def _linked(self, style: str | None, followed: int) -> dict[int, Level] | None:
        """The levels of the definition that a style of lists stands for."""
        for abstract in () if self._root is None else self._root.iterchildren(word("abstractNum")):
            link = abstract.find(word("styleLink"))
            if link is not None and link.get(names.VAL) == style:
                return self._levels(abstract.get(word("abstractNumId")) or "", followed + 1)
        return None

    def _named(self, tag: str, attribute: str, key: str) -> etree._Element | None:
        found = () if self._root is None else self._root.iterchildren(word(tag))
        return next((element for element in found if element.get(word(attribute)) == key), None)


def _level(element: etree._Element) -> Level:
    stated = {child.tag: child.get(names.VAL) for child in element.iterchildren()}
    restarts = stated.get(word("lvlRestart"))
    return Level(
        start=_number(stated.get(word("start")), 0 if word("start") in stated else 1),
        style=stated.get(word("numFmt")) or "decimal",
        shown=stated.get(word("lvlText")) or "",
        legal=word("isLgl") in stated,
        restarts=_number(restarts, 0) if restarts is not None else None,
    )


def _started(level: Level, start: int) -> Level:
    return replace(level, start=start)


def _number(text: str | None, default: int) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 7 else default
