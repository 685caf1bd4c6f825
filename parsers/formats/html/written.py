"""What a page's source holds, as written, before anything is laid out: lines, and tables of groups, rows and cells."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from parsers.formats.lines import bare

BREAK = "\0"
"""Ends a line; no text holds it, for control characters are taken out before a page is parsed."""
MARK = "\1"
"""Marks the line it stands in as the start of something."""
_ENDS = BREAK + " \t\r\n\f"
"""What nobody sees at the ends of a text."""
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_WIDE = "[\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6]"
# Where the source breaks a line between Chinese characters, a browser shows nothing, certainly no blank.
_BROKEN = re.compile(rf"(?<={_WIDE})[ \t\r\f]*\n[ \t\r\n\f]*(?={_WIDE})")


made = tuple.__new__
"""Makes a named tuple of its fields, as its `_make` does, at a third of the cost: a page has thousands of cells."""


class Line(NamedTuple):
    """A line outside every table; `boundary` where the page marks the start of something: a heading, a bookmark."""

    text: str
    boundary: bool = False
    hidden: bool = False


@dataclass(slots=True)
class TableCell:
    """A cell as written, with what stands in it in reading order."""

    rows: int = 1
    columns: int = 1
    hidden: bool = False
    content: "list[Line | Table]" = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its own lines, without what stands in tables inside it."""
        if len(self.content) == 1 and isinstance(self.content[0], Line):
            return self.content[0].text
        return "\n".join([part.text for part in self.content if isinstance(part, Line)])

    @property
    def concealed(self) -> "TableCell":
        """Itself: it says whether it is hidden."""
        return self

    @property
    def inner(self) -> "list[Table]":
        """The tables inside it."""
        return [part for part in self.content if isinstance(part, Table)]


class PlainCell(NamedTuple):
    """A cell that holds nothing but lines of text, all of them shown."""

    rows: int
    columns: int
    text: str
    hidden: bool = False
    """Never: what is hidden is no plain cell."""

    @property
    def content(self) -> "list[Line | Table]":
        """Its lines."""
        return [*self.lines]

    @property
    def inner(self) -> "list[Table]":
        """None."""
        return []

    @property
    def concealed(self) -> TableCell:
        """The same cell where the page hides what stands around it."""
        return TableCell(
            self.rows, self.columns, hidden=True, content=[line._replace(hidden=True) for line in self.lines]
        )

    @property
    def lines(self) -> list[Line]:
        """Its lines."""
        return [Line(text) for text in self.text.split("\n") if text]


Row = list[TableCell | PlainCell]


@dataclass(slots=True)
class Group:
    """Rows under one thead, tbody or tfoot."""

    kind: str
    rows: list[Row] = field(default_factory=list)


@dataclass(slots=True)
class Table:
    """A table as written; `around` holds what stands in it outside its cells, which browsers show before it.

    `nests` says that a table stands in one of its cells.
    """

    around: "list[Line | Table]" = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    hidden_columns: set[int] = field(default_factory=set)
    columns: int = 0
    nests: bool = False


def lines(text: str, *, hidden: bool = False) -> Iterator[Line]:
    r"""The lines that show anything of a text with breaks and marks in it.

    >>> [line.text for line in lines("\n 甲 \0\0乙\n   丙\0 ")]
    ['甲', '乙丙']
    """
    text = text.strip(_ENDS)
    if text.isprintable() and "  " not in text:  # no line break, no mark
        if shown := bare(text):
            yield Line(shown, hidden=hidden)
        return
    if "\n" in text:
        text = _BROKEN.sub("", text)
    for line in text.split(BREAK):
        if not line.isprintable() or "  " in line:
            line = _BLANKS.sub(" ", line)  # noqa: PLW2901 - the same line, squeezed
        if shown := bare(line.replace(MARK, "")):
            yield Line(shown, MARK in line, hidden)
