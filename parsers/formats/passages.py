"""What the dialects of text find, paragraphs and tables with their lines, as the blocks of a Document."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from parsers.formats.lines import Line
from parsers.formats.markup import bookmarked, heading, shown
from parsers.formats.standing import page_furniture
from schema.document import Block, Cell, Grid, Text
from schema.limits import Limits
from schema.read_error import ReadError
from schema.source import Status


class Paragraph(NamedTuple):
    """A line outside every table; `boundary` where the file marks the start of something in it.

    A heading or a bookmark is such a mark, and layouts begin a new form at it. A form feed is none: it only turns the
    page, often in the middle of a form.
    """

    line: int
    text: str
    boundary: bool = False


class Table(NamedTuple):
    """The cells of one table."""

    cells: tuple[Cell, ...]


Passage = Paragraph | Table


def starts_something(line: Line) -> bool:
    """Whether a table ends before this line: a heading, a new page, a bookmark outside a cell."""
    return line.new_page or _marked(line)


def _marked(line: Line) -> bool:
    return heading(line.text) is not None or ("\t" not in line.text and bookmarked(line.text))


def paragraph(line: Line) -> Paragraph:
    """A line as a paragraph, without the marks of heading and bookmark."""
    title = heading(line.text)
    return Paragraph(line.number, shown(line.text if title is None else title), _marked(line))


def blocks(passages: Iterable[Passage], limits: Limits) -> Iterator[Block]:
    """Number the tables of a document, and hand a boundary past paragraphs that show nothing or a page number.

    >>> found = [Paragraph(1, "", True), Paragraph(2, "绩效目标表"), Table((Cell(row=3, column=1, text="产出"),))]
    >>> [(block.kind, block.place) for block in blocks(found, Limits())]
    [('text', 'line 2'), ('grid', 'table 1')]

    Raises `ReadError` with status `limit` past the number of cells.
    """
    tables, cells, boundary = 0, 0, False
    for passage in passages:
        match passage:
            case Paragraph(text=text, line=line):
                boundary = boundary or passage.boundary
                marks = bool(text) and not page_furniture(text)
                if text:
                    yield Text(place=f"line {line}", text=text, line=line, form_boundary=boundary and marks)
                boundary = boundary and not marks
            case Table(cells=found) if found:
                cells += len(found)
                if cells > limits.cells:
                    raise _too_many_cells(limits)
                tables, boundary = tables + 1, False
                yield Grid(place=f"table {tables}", cells=found)
            case Table():
                continue


def _too_many_cells(limits: Limits) -> ReadError:
    return ReadError(
        Status.LIMIT,
        zh=f"表格单元格超过上限 {limits.cells:,}；请拆分文件或调高上限",
        en=f"the file has more than {limits.cells:,} cells; split it or raise the limit",
    )
