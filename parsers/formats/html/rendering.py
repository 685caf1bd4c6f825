"""The lines and tables of a page → the blocks of a Document, tables that only lay out the page taken apart."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from parsers.formats.html.spans import ends, laid_out
from parsers.formats.html.written import Group, Line, Row, Table
from schema.document import EXPANDED, Block, Cell, Grid, Text
from schema.limits import Limits
from schema.read_error import ReadError
from schema.source import Status


class Rendering:
    """Numbers the paragraphs and tables of one page, or of the pages of one file, as they are rendered."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._paragraphs = self._tables = self._slots = 0

    def blocks(self, content: Iterable[Line | Table]) -> Iterator[Block]:
        """Paragraphs and grids in reading order.

        Raises `ReadError` with status `limit` where the cells cover more slots than a file may have cells.
        """
        for part in content:
            match part:
                case Line(text=text):
                    self._paragraphs += 1
                    place = f"paragraph {self._paragraphs}"
                    yield Text(place=place, text=text, form_boundary=part.boundary, hidden=part.hidden)
                case Table():
                    yield from self._table(part)

    def _table(self, table: Table) -> Iterator[Block]:
        yield from self.blocks(table.around)
        groups = _groups(table)
        rows = [row for group in groups for row in group.rows]
        if table.nests and _lays_out(rows):
            for row in rows:
                for cell in row:
                    yield from self.blocks(cell.content)
            return
        found = self._cells(table, rows, ends(len(group.rows) for group in groups))
        if found:
            self._tables += 1
            yield Grid(place=f"table {self._tables}", cells=tuple(found))
        if table.nests:
            for inner in (cell.inner for row in rows for cell in row):
                yield from self.blocks(inner)

    def _cells(self, table: Table, rows: Sequence[Row], groups: Sequence[int]) -> list[Cell]:
        """The cells with text."""
        left = self._limits.cells - self._slots
        found = list(islice(laid_out(rows, groups, table.hidden_columns), left + 1))
        areas = [cell.rows * cell.columns for cell in found if cell.rows != 1 or cell.columns != 1]
        self._slots += len(found) + sum([area - 1 for area in areas if area <= EXPANDED])
        if self._slots > self._limits.cells:
            raise _too_many_cells(self._limits)
        return found


def _groups(table: Table) -> list[Group]:
    """The groups of rows in the order browsers show them: the first head above, the first foot below."""
    place = {
        id(next((g for g in table.groups if g.kind == kind), None)): at for kind, at in (("thead", 0), ("tfoot", 2))
    }
    return sorted(table.groups, key=lambda group: place.get(id(group), 1))


def _lays_out(rows: Sequence[Row]) -> bool:
    """Whether a table only places other tables on the page: no row of it has two cells with text."""
    return not any(sum(bool(cell.text) for cell in row) > 1 for row in rows)


def _too_many_cells(limits: Limits) -> ReadError:
    return ReadError(
        Status.LIMIT,
        zh=f"表格单元格超过上限 {limits.cells:,}；请拆分文件或调高上限",
        en=f"the file has more than {limits.cells:,} cells; split it or raise the limit",
    )
