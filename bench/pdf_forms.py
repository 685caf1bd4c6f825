"""The forms that `bench.pdf_variants` draws: those of a sample, as rows of cells, and the programs that print them."""

import subprocess
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from ingest.reading import read_source
from schema.limits import Limits
from schema.table import PerformanceTable

DOCUMENTS = Path(__file__).parents[1] / "samples" / "documents"
TIANJIN = DOCUMENTS / "tianjin-ip-office-projects.txt"
FONT = "Noto Serif CJK SC"


@dataclass(frozen=True)
class Cell:
    """A cell of a form to be drawn."""

    text: str
    rows: int = 1
    columns: int = 1


Row = dict[int, Cell]
"""The cells that begin in a row, by their column from 0."""

WIDTHS = (2.0, 2.6, 2.8, 6.0, 3.4)
LEVELS = ("一级指标", "二级指标", "三级指标", "指标值")


def forms(count: int = 4) -> tuple[PerformanceTable, ...]:
    """The first forms of the sample, which has ten."""
    return read_source(TIANJIN, TIANJIN.name, Limits()).reading.tables[:count]


def rows_of(table: PerformanceTable, *, vertical: bool = False) -> list[Row]:
    """A form as rows of five columns: labels, levels merged over their indicators, names, values."""
    group = "\n".join("绩效指标") if vertical else "绩效指标"
    rows: list[Row] = [
        {0: Cell("项目名称", columns=2), 2: Cell(table.project_name or "", columns=3)},
        {
            0: Cell("主管部门", columns=2),
            2: Cell(table.department or "天津市知识产权局"),
            3: Cell("实施单位"),
            4: Cell(table.agency or ""),
        },
        {0: Cell("项目资金（元）", columns=2), 2: Cell("年度资金总额"), 3: Cell(table.budget.total or "", columns=2)},
        {0: Cell("年度总体目标", columns=2), 2: Cell((table.goal or "").replace("\n", ""), columns=3)},
    ]
    header, *body = (_shifted(row) for row in indicator_rows(table))
    return [*rows, {0: Cell(group, rows=len(body) + 1), **header}, *body]


def indicator_rows(table: PerformanceTable) -> list[Row]:
    """The indicators alone: levels merged over them, names, values, below a header."""
    body: list[Row] = [{2: Cell(i.name), 3: Cell(i.stated.value or "")} for i in table.indicators]
    at = 0
    for level1, found in groupby(table.indicators, key=lambda i: i.level1):
        inside = list(found)
        body[at][0] = Cell(level1 or "", rows=len(inside))
        below = at
        for level2, lower in groupby(inside, key=lambda i: i.level2):
            size = len(list(lower))
            body[below][1] = Cell(level2 or "", rows=size)
            below += size
        at += len(inside)
    return [dict(enumerate(map(Cell, LEVELS))), *(dict(sorted(row.items())) for row in body)]


def list_rows(tables: Iterable[PerformanceTable]) -> list[Row]:
    """The indicators of all forms in one list, each project's name merged over its own."""
    rows: list[Row] = [{0: Cell("项目名称"), **_shifted(dict(enumerate(map(Cell, LEVELS))))}]
    for table in tables:
        first, *others = (_shifted(row) for row in indicator_rows(table)[1:])
        rows.extend([{0: Cell(table.project_name or "", rows=len(others) + 1), **first}, *others])
    return rows


def _shifted(row: Row) -> Row:
    return {column + 1: cell for column, cell in row.items()}


def printed(path: Path) -> Path:
    """A file of an office program as PDF beside it, by LibreOffice."""
    with tempfile.TemporaryDirectory() as profile:
        command = [
            "soffice",
            f"-env:UserInstallation=file://{profile}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            path.parent,
            path,
        ]
        subprocess.run(command, check=True, capture_output=True)
    return path.with_suffix(".pdf")


def web_page(path: Path, text: str) -> Path:
    """A web page as PDF beside it, by Chromium."""
    path.write_text(text, encoding="utf-8")
    made = path.with_suffix(".pdf")
    options = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--no-pdf-header-footer",
    ]
    subprocess.run(["chromium", *options, f"--print-to-pdf={made}", path.as_uri()], check=True, capture_output=True)
    return made
