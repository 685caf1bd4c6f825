"""The lists of a Word 97-2003 file: how their levels count and show their numbers."""

import struct
from collections.abc import Iterator
from dataclasses import replace

from parsers.formats.counting import Counter, Level

_LIST_SIZE, _LEVEL_SIZE, _USE_SIZE = 28, 28, 16
# The names, in Office Open XML, of the number formats that the file gives by number.
_STYLES = {
    0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter", 10: "ideographDigital",
    11: "japaneseCounting", 14: "decimalFullWidth", 18: "decimalEnclosedCircle", 19: "decimalFullWidth2",
    22: "decimalZero", 23: "bullet", 28: "decimalEnclosedCircleChinese", 29: "ideographEnclosedCircle",
    30: "ideographTraditional", 31: "ideographZodiac", 33: "taiwaneseCounting",
    34: "ideographLegalTraditional", 35: "taiwaneseCountingThousand",
    36: "taiwaneseDigital", 37: "chineseCounting", 38: "chineseLegalSimplified", 39: "chineseCountingThousand",
    255: "none",
}  # fmt: skip


class Lists:
    """The lists of a document by the numbers that paragraphs name them with, from 1."""

    def __init__(self, definitions: bytes, uses: bytes) -> None:
        self._counters: dict[int, Counter] = {}
        try:
            self._read(dict(_definitions(definitions)), uses)
        except (struct.error, IndexError, UnicodeDecodeError):
            # A list that cannot be read shows no numbers; the words of its paragraphs stay.
            self._counters.clear()

    def _read(self, definitions: dict[int, dict[int, Level]], uses: bytes) -> None:
        shared: dict[int, dict[int, int]] = {}
        if len(uses) < 4:
            return
        (count,) = struct.unpack_from("<I", uses)
        at = 4 + _USE_SIZE * count
        for number in range(count):
            key, overrides = struct.unpack_from("<I8xB", uses, 4 + _USE_SIZE * number)
            levels = dict(definitions.get(key, {}))
            at += 4
            for _ in range(overrides):
                start, flags = struct.unpack_from("<II", uses, at)
                at += 8
                level = flags & 0xF
                if flags & 0x20:
                    levels[level], at = _level(uses, at)
                elif flags & 0x10 and level in levels:
                    levels[level] = replace(levels[level], start=start)
            self._counters[number + 1] = Counter(levels, {} if overrides else shared.setdefault(key, {}))

    def label(self, number: int, level: int) -> str:
        """The number before the next paragraph of a list."""
        counter = self._counters.get(number)
        return counter.next(level) if counter else ""


def _definitions(structure: bytes) -> Iterator[tuple[int, dict[int, Level]]]:
    if len(structure) < 2:
        return
    (count,) = struct.unpack_from("<H", structure)
    at = 2 + _LIST_SIZE * count
    for number in range(count):
        (key,) = struct.unpack_from("<I", structure, 2 + _LIST_SIZE * number)
        simple = structure[2 + _LIST_SIZE * number + 26] & 1
        levels = {}
        for depth in range(1 if simple else 9):
            levels[depth], at = _level(structure, at)
        yield key, levels


def _level(structure: bytes, at: int) -> tuple[Level, int]:
    """A level, and where the next one begins; its text holds the number of a level where that level's number goes."""
    start, style, flags = struct.unpack_from("<IBB", structure, at)
    characters, paragraph, restarts = structure[at + 24], structure[at + 25], structure[at + 26]
    at += _LEVEL_SIZE + characters + paragraph
    (length,) = struct.unpack_from("<H", structure, at)
    text = structure[at + 2 : at + 2 + 2 * length].decode("utf-16-le")
    shown = "".join(f"%{ord(sign) + 1}" if sign < "\x09" else sign for sign in text)
    level = Level(
        start=start,
        style=_STYLES.get(style, "decimal"),
        shown=shown,
        legal=bool(flags & 0x04),
        restarts=restarts if flags & 0x08 else None,
    )
    return level, at + 2 + 2 * length
