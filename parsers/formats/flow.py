"""Paragraphs and tables in reading order, as the blocks of a Document: what all word processors share."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from parsers.formats.lines import bare
from parsers.formats.reader import empty
from parsers.formats.standing import page_furniture
from schema.document import Block, Cell, Grid, Text
from schema.limits import Limits
from schema.read_error import ReadError
from schema.source import Status


class Paragraph(NamedTuple):
    """A paragraph outside every table, maybe of several lines; `boundary` at a heading or a bookmark."""

    text: str
    boundary: bool = False
    hidden: bool = False


class Table(NamedTuple):
    """The cells of a table, and the tables inside them with the row and column of the cell."""

    cells: tuple[Cell, ...]
    inner: tuple[tuple[int, int, "Table"], ...] = ()


Flow = Paragraph | Table


def lined(text: str) -> str:
    r"""The lines of a text that show something, blanks at their ends gone.

    >>> lined(" 开展培训 \n\n\u3000发行产品\v≥1支 ")
    '开展培训\n发行产品\n≥1支'
    """
    if "\n" not in text and "\v" not in text:
        return bare(text)
    return "\n".join(filter(None, map(bare, text.replace("\v", "\n").split("\n"))))


def is_list(table: Table) -> bool:
    """Whether a table inside a cell only lines words up: it has one column, or one row."""
    return len({cell.column for cell in table.cells}) <= 1 or len({cell.row for cell in table.cells}) <= 1


@dataclass(slots=True)
class Blocks:
    """Blocks in the making: they count paragraphs, tables, cells and characters, and carry a boundary on."""

    limits: Limits
    paragraphs: int = 0
    tables: int = 0
    cells: int = 0
    characters: int = 0
    boundary: bool = False
    made: list[Block] = field(default_factory=list)

    def add(self, flow: Flow) -> None:
        """The next paragraph or table; a boundary is handed past paragraphs that show nothing or a page number."""
        if isinstance(flow, Paragraph):
            self._paragraph(flow)
        else:
            self._table(flow)

    def _paragraph(self, paragraph: Paragraph) -> None:
        self.boundary = self.boundary or paragraph.boundary
        lines = lined(paragraph.text).split("\n")
        if not lines[0]:
            return
        self.paragraphs += 1
        self._count(len(paragraph.text), 0)
        for line in lines:
            begins = not page_furniture(line) and not paragraph.hidden
            self.made.append(
                Text(
                    place=f"paragraph {self.paragraphs}",
                    text=line,
                    form_boundary=self.boundary and begins,
                    hidden=paragraph.hidden,
                )
            )
            self.boundary = self.boundary and not begins

    def _table(self, table: Table) -> None:
        before = len(self.made)
        self.tables += 1
        for place, cells in _told_apart(table, f"table {self.tables}"):
            self._count(sum([len(cell.text) for cell in cells]), len(cells))
            self.made.append(Grid(place=place, cells=cells, form_boundary=self.boundary))
            self.boundary = False
        if len(self.made) == before:
            self.tables -= 1

    def _count(self, characters: int, cells: int) -> None:
        self.characters += characters
        self.cells += cells
        if self.cells > self.limits.cells:
            raise _past(
                f"表格单元格超过上限 {self.limits.cells:,}", f"the file has more than {self.limits.cells:,} cells"
            )
        if self.characters > self.limits.characters:
            raise _past(
                f"文字超过上限 {self.limits.characters:,} 个字符",
                f"the file has more than {self.limits.characters:,} characters",
            )


def _told_apart(table: Table, place: str) -> Iterator[tuple[str, tuple[Cell, ...]]]:
    """The cells of a table and of those inside it that show anything, with their places."""
    if table.cells:
        yield place, table.cells
    held: dict[tuple[int, int], int] = {}
    for row, column, inner in table.inner:
        number = held[row, column] = held.get((row, column), 0) + 1
        yield from _told_apart(inner, f"{place} › row {row} column {column} › table {number}")


def blocks(flow: Iterable[Flow], limits: Limits, *, pictures: bool = False) -> tuple[Block, ...]:
    """Number what stands in a document, and refuse one that shows nothing, or nothing but `pictures`.

    >>> found = [Paragraph("", True), Paragraph("绩效目标表"), Table((Cell(row=1, column=1, text="产出"),))]
    >>> [(block.kind, block.place, block.form_boundary) for block in blocks(found, Limits())]
    [('text', 'paragraph 1', True), ('grid', 'table 1', False)]

    Raises `ReadError`: `limit` past cells or characters, `image_only`, `corrupt` where nothing is shown.
    """
    making = Blocks(limits)
    for piece in flow:
        making.add(piece)
    if not making.made:
        raise _only_pictures() if pictures else empty()
    return tuple(making.made)


def _only_pictures() -> ReadError:
    return ReadError(
        Status.IMAGE_ONLY,
        zh="文件只有图片，没有文字；请提供可编辑的原文件，或先做文字识别",
        en="the file holds pictures and no text; ask for the editable file, or recognise its text first",
    )


def _past(zh: str, en: str) -> ReadError:
    return ReadError(Status.LIMIT, zh=f"{zh}；请拆分文件或调高上限", en=f"{en}; split it or raise the limit")
