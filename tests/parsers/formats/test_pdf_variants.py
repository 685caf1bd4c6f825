"""The forms of a sample as PDF, made by other programs, say what the sample says.

`python -m bench.pdf_variants` made the files: through Word and Excel files by LibreOffice, through web pages by Chromium.
"""

from collections import Counter
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest

from ingest.reading import read_source
from normalize.text import fold
from parsers.formats import Request
from parsers.formats.lattice import Piece
from parsers.formats.pdf import PDF, pdfium
from parsers.formats.pdf.pages import Pages
from schema.limits import Limits
from schema.source import SourceReading
from schema.span import Box
from schema.table import PerformanceTable
from tests.parsers.formats.pdf.drawn import Cell, Drawing, Look, Row

FILES = sorted((Path(__file__).parent / "files" / "pdf").glob("*.pdf"))
SAMPLE = Path(__file__).parents[3] / "samples" / "documents" / "tianjin-ip-office-projects.txt"


@cache
def forms() -> tuple[PerformanceTable, ...]:
    return reading(SAMPLE).tables


def reading(path: Path) -> SourceReading:
    return read_source(path, path.name, Limits()).reading


def said(table: PerformanceTable) -> Counter[tuple[str | None, ...]]:
    return Counter((i.level1, i.level2, fold(i.name), fold(i.stated.value or "")) for i in table.indicators)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_indicator_is_there_and_no_other(path: Path) -> None:
    found = reading(path)
    stated = forms()[: len(found.tables)]
    assert len(stated) in {4, 10}
    assert [said(table) for table in found.tables] == [said(table) for table in stated]
    assert [fold(table.project_name or "") for table in found.tables] == [fold(t.project_name or "") for t in stated]
    assert found.cells.holds
    assert found.cells.reported == 0


@pytest.mark.parametrize("merged", [True, False], ids=["labels in the middle of their rows", "labels at the top"])
def test_three_rules_give_nearly_every_indicator(merged: bool) -> None:
    right = 0
    for table in forms():
        drawing = Drawing(Look(borders="three"))
        drawing.text(200, 50, table.title or "项目绩效目标表", 16)
        drawing.table(list(rows_of(table, merged=merged)), 60, 90, (70, 100, 200, 110))
        read = read_source(drawing.done(), "a.pdf", Limits()).reading
        right += sum((said(table) & sum(map(said, read.tables), Counter())).values())
    assert right >= 0.95 * sum(len(table.indicators) for table in forms())


def rows_of(table: PerformanceTable, *, merged: bool) -> list[Row]:
    """The indicators of a form below their header, levels at the first of their rows or merged over all of them."""
    header = ("一级指标", "二级指标", "三级指标", "指标值")
    below = [{2: Cell(i.name), 3: Cell(i.stated.value or "")} for i in table.indicators]
    level1 = [(i.level1 or "", "") for i in table.indicators]
    level2 = [(i.level2 or "", i.level1 or "") for i in table.indicators]
    for column, levels in enumerate((level1, level2)):
        starts = [at for at in range(len(levels)) if at == 0 or levels[at] != levels[at - 1]]
        for at, end in zip(starts, [*starts[1:], len(levels)], strict=True):
            below[at][column] = Cell(levels[at][0], rows=end - at if merged else 1)
    return [{at: Cell(label) for at, label in enumerate(header)}, *(dict(sorted(row.items())) for row in below)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_text_inside_a_box_is_the_text_of_its_cell(path: Path) -> None:
    content = path.read_bytes()
    document = PDF.read(content, Request())
    pdfium.start()
    handle = pdfium.load(content, len(content), None)
    missing = []
    with Pages(handle) as pages:
        sheets: dict[int, Sequence[Piece]] = {}
        for grid in document.grids:
            for cell in grid.cells:
                assert cell.box is not None
                if cell.box.page not in sheets:
                    page = pages.page(cell.box.page)
                    assert page is not None
                    sheets[cell.box.page] = page.sheet().pieces
                inside = [piece for piece in sheets[cell.box.page] if stands_in(piece, cell.box)]
                letters = Counter("".join(piece.text for piece in inside))
                if Counter(fold(cell.text)) - Counter(fold("".join(letters.elements()))):
                    missing.append((grid.place, cell.text))
    pdfium.close(handle)
    assert missing == []


def stands_in(piece: Piece, box: Box) -> bool:
    """Whether the letters of a piece begin in a box."""
    return box.x0 - 1 <= piece.x0 <= box.x1 and box.top <= piece.middle <= box.bottom
