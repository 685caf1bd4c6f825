"""The paragraphs of a Word 97-2003 file, each with its depth in tables, its list, and what ends there."""

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from parsers.formats.doc.characters import Characters
from parsers.formats.doc.lists import Lists
from parsers.formats.doc.properties import Runs, changes
from parsers.formats.numerals import labelled

_ENDS = re.compile("[\r\x07\x0c]")
_IN_TABLE, _ROW_END, _DEPTH, _DEEPER = 0x2416, 0x2417, 0x6649, 0x664A
_INNER_CELL, _INNER_ROW, _STYLE, _OUTLINE, _LEVEL, _LIST = 0x244B, 0x244C, 0x4600, 0x2640, 0x260A, 0x460B
_SHAPE, _MERGE, _VERTICAL, _LEFT = 0xD608, 0x5624, 0xD62B, 0x9601
_HEADINGS = range(1, 10)
"""The numbers that Word gives the styles of headings in every file."""
_BODY_TEXT = 9
_TWO_BITS = 0x3


class TableCell(NamedTuple):
    """What a row says of a cell besides its edges."""

    horizontal: int = 0
    vertical: int = 0


class Properties(NamedTuple):
    """What the list of a paragraph says that tables, headings and numbers need."""

    depth: int = 0
    cell_end: bool = False
    row_end: bool = False
    style: int = 0
    heading: bool = False
    list: int = 0
    level: int = 0
    edges: tuple[int, ...] = ()
    cells: tuple[TableCell, ...] = ()


class Paragraph(NamedTuple):
    """A paragraph in the making of tables; `gone` where a tracked change deleted its end."""

    text: str
    properties: Properties
    ends_cell: bool
    ends_row: bool
    marked: bool
    gone: bool


@dataclass(slots=True)
class Paragraphs:
    """The paragraphs of a document; `marks` are the characters that bookmarks begin at."""

    characters: Characters
    runs: Runs
    lists: Lists
    data: bytes
    marks: frozenset[int] = frozenset()
    known: dict[bytes, Properties] = field(default_factory=dict)

    def between(self, start: int, end: int) -> Iterator[Paragraph]:
        """The paragraphs of a story, which lies between two characters."""
        text = self.characters.pieces.text
        marks = sorted(self.marks)
        for found in _ENDS.finditer(text, start, min(end, len(text))):
            yield self._paragraph(start, found.start(), marks)
            start = found.end()
        if start < min(end, len(text)):
            yield self._paragraph(start, min(end, len(text)) - 1, marks)

    def _paragraph(self, start: int, last: int, marks: list[int]) -> Paragraph:
        offset, changed = self.characters.pieces.at(last)
        listed = self.runs.at(offset)
        properties = self._properties(listed + changed if listed else b"\0\0" + changed)
        shown = self.characters.shown(start, last + 1, properties.style)
        if properties.list and not properties.row_end:
            shown = labelled(self.lists.label(properties.list, properties.level), shown.lstrip())
        mark = self.characters.pieces.text[last]
        cell = mark == "\x07" if properties.depth <= 1 else properties.cell_end
        return Paragraph(
            text=shown,
            properties=properties,
            ends_cell=cell and properties.depth > 0 and not properties.row_end,
            ends_row=properties.row_end,
            marked=any(start <= place <= last for place in marks),
            gone=properties.row_end and self.characters.deleted(last),
        )

    def _properties(self, listed: bytes) -> Properties:
        if listed not in self.known:
            style = int.from_bytes(listed[:2], "little")
            styled = self.characters.styles.paragraph(style)
            self.known[listed] = properties(style, styled + listed[2:], self.data)
        return self.known[listed]


def properties(style: int, listed: bytes, data: bytes) -> Properties:
    """What the list of a paragraph says, that of its style before it."""
    said: dict[int, bytes] = {}
    cells: list[TableCell] = []
    edges: list[int] = []
    for code, operand in changes(listed, data):
        said[code] = operand
        if code == _SHAPE:
            edges, cells = _shape(operand)
        elif code == _VERTICAL and len(operand) == 3 and operand[1] < len(cells):
            cells[operand[1]] = cells[operand[1]]._replace(vertical=operand[2])
        elif code == _MERGE and len(operand) == 2:
            cells[operand[0] : operand[1]] = [
                cell._replace(horizontal=1 if index == operand[0] else 2)
                for index, cell in enumerate(cells[operand[0] : operand[1]], start=operand[0])
            ]
    style = int.from_bytes(said[_STYLE], "little") if _STYLE in said else style
    outline = said[_OUTLINE][0] if said.get(_OUTLINE) else None
    depth = int.from_bytes(said.get(_DEPTH, b""), "little")
    in_table = _on(said, _IN_TABLE)
    return Properties(
        depth=max(depth, 1) if in_table and depth < 0x100 else depth if depth < 0x100 else 0,
        cell_end=_on(said, _INNER_CELL),
        row_end=_on(said, _ROW_END) or _on(said, _INNER_ROW),
        style=style,
        heading=style in _HEADINGS if outline is None else outline < _BODY_TEXT,
        list=int.from_bytes(said.get(_LIST, b""), "little"),
        level=said[_LEVEL][0] if said.get(_LEVEL) else 0,
        edges=tuple(edges),
        cells=tuple(cells),
    )


def _on(said: dict[int, bytes], code: int) -> bool:
    return said.get(code, b"")[:1] == b"\x01"


def _shape(operand: bytes) -> tuple[list[int], list[TableCell]]:
    """The edges of the cells of a row in twips, and their merges; cells without a description have none."""
    count = operand[2] if len(operand) > 2 else 0
    count = min(count, (len(operand) - 5) // 2)
    if count < 1:
        return [], []
    edges = list(struct.unpack_from(f"<{count + 1}h", operand, 3))
    cells = []
    for index in range(count):
        described = operand[5 + 2 * count + 20 * index :][:2]
        flags = int.from_bytes(described, "little")
        cells.append(TableCell(flags & _TWO_BITS, flags >> 5 & _TWO_BITS))
    return edges, cells
