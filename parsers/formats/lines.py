"""Decoded text as numbered lines, and lines as runs between blank ones."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

_LINE_BREAK = re.compile(r"\r*\n")
_INVISIBLE = "\u200b\u2060\ufeff"
BREAK = "\v"
"""A line break inside a cell; Word writes it so, and the dialects put it where a cell goes on in the next line."""


def bare(text: str) -> str:
    """The text without what nobody sees at its ends: blanks of every kind, zero-width ones too.

    >>> bare(" \\u3000\\ufeff件\\xa0")
    '件'
    """
    stripped = text.strip()
    while stripped and (stripped[0] in _INVISIBLE or stripped[-1] in _INVISIBLE):
        stripped = stripped.strip(_INVISIBLE).strip()
    return stripped


class Line(NamedTuple):
    """A line with its number in the file, from 1; `new_page` where a form feed stands before it."""

    number: int
    text: str
    new_page: bool = False

    @property
    def blank(self) -> bool:
        """Whether it shows nothing and holds no tab; a tab is an empty cell."""
        return "\t" not in self.text and not bare(self.text)


def joined(lines: Sequence[Line]) -> Line:
    """Several lines of the file as one, with the number of the first and breaks inside."""
    return lines[0]._replace(text=BREAK.join(line.text for line in lines))


class Run(NamedTuple):
    """Lines of a page, none of them blank; `gap` counts the blank lines before, `spaced` if one holds a space."""

    lines: tuple[Line, ...]
    gap: int = 0
    spaced: bool = False


def numbered(text: str) -> Iterator[Line]:
    r"""The lines of a text; a form feed starts a new line with the number of the old one.

    A carriage return alone ends a line where nothing else does; among other line ends it is a break inside a cell.

    >>> [tuple(line) for line in numbered("甲\r\n\f\n乙\f丙")]
    [(1, '甲', False), (2, '', False), (3, '乙', True), (3, '丙', True)]
    """
    new_page = False
    lines = _LINE_BREAK.split(text) if "\n" in text else text.split("\r")
    for number, line in enumerate(lines, start=1):
        for index, part in enumerate(line.replace("\r", BREAK).split("\f")):
            new_page = new_page or index > 0
            shows = "\t" in part or bool(bare(part))
            if shows or not index:
                yield Line(number, part, new_page and shows)
            new_page = new_page and not shows


def runs(lines: Iterable[Line]) -> Iterator[Run]:
    r"""Lines between blank lines.

    >>> [(len(run.lines), run.gap, run.spaced) for run in runs(numbered("\n甲\n乙\n \n\n丙"))]
    [(2, 1, False), (1, 2, True)]
    """
    gap, spaced = 0, False
    held: list[Line] = []
    for line in lines:
        if held and (line.blank or line.new_page):
            yield Run(tuple(held), gap, spaced)
            held, gap, spaced = [], 0, False
        if line.blank:
            gap, spaced = gap + 1, spaced or bool(line.text)
        else:
            held.append(line)
    if held:
        yield Run(tuple(held), gap, spaced)
