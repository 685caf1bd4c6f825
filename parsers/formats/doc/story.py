"""Paragraphs of a Word 97-2003 file gathered into tables, tables inside cells included."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from parsers.formats.doc.paragraphs import Paragraph, Properties
from parsers.formats.flow import Flow, Table, is_list, lined
from parsers.formats.flow import Paragraph as Shown
from parsers.formats.merging import Row, Stated, placed, spanned

_CONTINUES = 1


@dataclass(slots=True)
class _Open:
    """A table in the making: its finished rows with their edges, the cells of the row, the lines of the cell."""

    rows: list[tuple[Row, tuple[int, ...]]] = field(default_factory=list)
    cells: list[Stated] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    inner: list[Table] = field(default_factory=list)

    def end_cell(self) -> None:
        self.cells.append(Stated("\n".join(filter(None, map(lined, self.lines))), inner=tuple(self.inner)))
        self.lines, self.inner = [], []

    def end_row(self, properties: Properties, *, gone: bool) -> None:
        if self.lines or self.inner:
            self.end_cell()
        # Where only the mark at its end is deleted, as LibreOffice writes it behind a deleted word, the row is there.
        if self.cells and not (gone and not any(cell.text or cell.inner for cell in self.cells)):
            self.rows.append(_row(self.cells, properties))
        self.cells = []

    def closed(self) -> Table:
        if self.cells or any(map(lined, self.lines)) or self.inner:
            self.end_row(Properties(), gone=False)
        widest = max((len(row.cells) for row, _ in self.rows), default=0)
        if all(edges for _, edges in self.rows):
            spanned(self.rows)
        return placed([row for row, _ in self.rows], widest)


def _row(cells: list[Stated], properties: Properties) -> tuple[Row, tuple[int, ...]]:
    """A row, its cells merged as it says; edges only where it has one for each cell."""
    stated, edges = properties.cells, list(properties.edges)
    if len(stated) != len(cells):
        return Row(cells), ()
    kept: list[Stated] = []
    left = edges[:1]
    first = 0
    for cell, said, edge in zip(cells, stated, edges[1:], strict=True):
        # Whichever number begins a run of merged cells begins each of them: programs differ in it.
        if said.horizontal and first and said.horizontal != first and kept:
            left[-1] = edge
            continue
        first = said.horizontal
        cell.starts, cell.continues = said.vertical > _CONTINUES, said.vertical == _CONTINUES
        kept.append(cell)
        left.append(edge)
    return Row(kept), tuple(left)


def flow(paragraphs: Iterable[Paragraph]) -> Iterator[Flow]:
    """The paragraphs and tables of a story."""
    tables: list[_Open] = []
    for paragraph in paragraphs:
        depth = paragraph.properties.depth
        while len(tables) > depth:
            yield from _close(tables)
        while len(tables) < depth:
            tables.append(_Open())
        if not tables:
            yield Shown(paragraph.text, boundary=paragraph.marked or paragraph.properties.heading)
            continue
        table = tables[-1]
        if paragraph.ends_row:
            table.end_row(paragraph.properties, gone=paragraph.gone)
            continue
        table.lines.append(paragraph.text)
        if paragraph.ends_cell:
            table.end_cell()
    while tables:
        yield from _close(tables)


def _close(tables: list[_Open]) -> Iterator[Table]:
    """Close the innermost table: a table of its own, text of the cell around it, or inside that cell."""
    table = tables.pop().closed()
    if not tables:
        yield table
    elif is_list(table):
        tables[-1].lines += [cell.text for cell in table.cells]
        tables[-1].inner += [deeper for _, _, deeper in table.inner]
    else:
        tables[-1].inner.append(table)
