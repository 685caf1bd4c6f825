"""The workbook, read by another program: types, filters, links, and nothing that calculates."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from audit.export import workbook
from audit.export.sheets import Column, Sheet
from audit.export.workbook import write_workbook
from ingest.exits import CommandError, Exit

COLUMNS = (
    Column("text", "文字", "text", "text", 30),
    Column("exact", "数", "number", "exact"),
    Column("whole", "整数", "whole", "whole"),
    Column("real", "实数", "real", "real"),
    Column("link", "链接", "link", "link"),
)


def opened(path: Path) -> Any:
    return openpyxl.load_workbook(path)


def test_every_cell_has_its_type(tmp_path: Path) -> None:
    rows = [
        ("=1+1", "2315000.5", 2024, 0.25, "external:../a b%231.xlsx\n../a b"),
        ("+cmd", "2000/3", None, None, "https://example.org/x"),
        ("http://example.org", "1234567890123456789", 0, 1.0, None),
        ("字" * 40_000, "-5", 1, 1e300, "x" * 3000),
        ("\x01\x1b", None, None, None, "javascript:alert(1)"),
    ]
    assert write_workbook(tmp_path / "a.xlsx", [Sheet("s", "表", "sheet", COLUMNS, rows)], "zh") == [5]
    page = opened(tmp_path / "a.xlsx")["表"]
    assert [cell.value for cell in page[1]] == ["文字", "数", "整数", "实数", "链接"]
    assert [(cell.value, cell.data_type) for cell in page[2][:4]] == [
        ("=1+1", "s"),
        (2315000.5, "n"),
        (2024, "n"),
        (0.25, "n"),
    ]
    assert (page["B3"].value, page["B3"].data_type) == ("2000/3", "s")
    assert (page["B4"].value, page["B4"].data_type) == ("1234567890123456789", "s")
    assert page["A3"].data_type == page["A4"].data_type == "s"
    assert page["A4"].hyperlink is None
    assert page["E2"].hyperlink.target.replace("\\", "/") == "../a b%231.xlsx"
    assert page["E3"].hyperlink.target == "https://example.org/x"
    assert len(page["A5"].value) == 32_767
    assert page["A5"].value.endswith("…")
    assert (page["E5"].hyperlink, page["E6"].hyperlink) == (None, None)
    assert (page.freeze_panes, page.auto_filter.ref) == ("A2", "A1:E6")
    assert page.column_dimensions["A"].width == pytest.approx(30, abs=1)
    assert not any(cell.data_type == "f" for row in page.iter_rows() for cell in row)


def test_more_rows_than_excel_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MOST_ROWS", 2)
    sheet = Sheet("s", "表", "sheet", COLUMNS[:1], [("a",)] * 3)
    with pytest.raises(CommandError, match="nothing was written"):
        write_workbook(tmp_path / "a.xlsx", [sheet], "en")
    assert list(tmp_path.iterdir()) == []


def test_an_empty_sheet(tmp_path: Path) -> None:
    assert write_workbook(tmp_path / "a.xlsx", [Sheet("s", "表", "sheet", COLUMNS, [])], "en") == [0]
    assert opened(tmp_path / "a.xlsx")["sheet"].max_row == 1


def test_a_folder_that_is_not_there_is_told_as_any_trouble_with_the_disk(tmp_path: Path) -> None:
    with pytest.raises(CommandError) as caught:
        write_workbook(tmp_path / "nowhere" / "x.xlsx", [], "zh")
    assert caught.value.code is Exit.STORAGE


def test_a_full_disk_is_told_once_and_leaves_nothing(tmp_path: Path) -> None:
    script = (
        "import resource, signal, sys\n"
        "from pathlib import Path\n"
        "from audit.export.sheets import Column, Sheet\n"
        "from audit.export.workbook import write_workbook\n"
        "from ingest.exits import CommandError\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "rows = [(f'指标 {number * 7919 % 100003}',) for number in range(5000)]\n"
        "bound = int(sys.argv[2])\n"
        "sheet = Sheet('s', '表', 's', (Column('t', '文', 't'),), rows)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (bound, bound))\n"
        "try:\n"
        "    write_workbook(Path(sys.argv[1]), [sheet], 'en')\n"
        "except CommandError as error:\n"
        "    print(int(error.code), error.en)\n"
    )
    for bound in (0, 100, 700, 5_000, 20_000, 40_000, 60_000, 80_000):
        ran = subprocess.run(
            [sys.executable, "-c", script, str(tmp_path / "a.xlsx"), str(bound)],
            capture_output=True, text=True, check=True, cwd=Path(__file__).parents[3],
        )  # fmt: skip
        assert ran.stdout.startswith(f"6 {tmp_path / 'a.xlsx'} cannot be written ("), bound
        assert ran.stderr == ""
    assert list(tmp_path.iterdir()) == []
