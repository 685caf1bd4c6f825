"""A file that is called otherwise now keeps what was said of it."""

import json
from pathlib import Path

import pytest

from tests.command_line import CommandLine
from tests.conftest import FORM
from tests.ingest.test_importer import rows

YEARLESS = FORM.replace("2024", "")


@pytest.fixture
def folder(jixiao: CommandLine, tmp_path: Path) -> Path:
    for name in ("one", "two", "away"):
        (tmp_path / name).mkdir()
    (tmp_path / "one" / "a.txt").write_text(YEARLESS, encoding="utf-8")
    jixiao("import", tmp_path / "one", "--db", tmp_path / "x.db", "--year", 1997, "--region", "某区")
    return tmp_path


def years(folder: Path) -> list[tuple[object, ...]]:
    return rows(folder / "x.db", "SELECT source, fiscal_year, region FROM current_tables")


def test_a_renamed_file_keeps_it_and_that_is_said(jixiao: CommandLine, folder: Path) -> None:
    (folder / "one" / "a.txt").rename(folder / "one" / "b.txt")
    ran = jixiao("import", folder / "one", "--db", folder / "x.db", "--json")
    assert years(folder) == [("b.txt", 1997, "某区")]
    assert json.loads(ran.out)["remarks"] == [
        "recognised by content, renamed or moved: b.txt (was a.txt); what was said of it there holds on"
    ]
    again = json.loads(jixiao("import", folder / "one", "--db", folder / "x.db", "--json").out)
    assert (again["remarks"], again["rows_written"]) == ([], 0)


@pytest.mark.parametrize("target", ["two", "away"])
def test_a_file_found_before_it_is_missed_keeps_it(jixiao: CommandLine, folder: Path, target: str) -> None:
    (folder / "one" / "a.txt").rename(folder / target / "a.txt")
    jixiao("import", folder / target, "--db", folder / "x.db")
    ran = jixiao("import", folder / "one", "--db", folder / "x.db", "--json", language="zh")
    assert years(folder) == [("a.txt", 1997, "某区")]
    assert "按内容认出改名或移动的文件" in json.loads(ran.out)["remarks"][-1]
    assert json.loads(jixiao("import", folder / target, "--db", folder / "x.db", "--json").out)["rows_written"] == 0


def test_what_is_said_anew_goes_first(jixiao: CommandLine, folder: Path) -> None:
    (folder / "one" / "a.txt").rename(folder / "one" / "b.txt")
    jixiao("import", folder / "one", "--db", folder / "x.db", "--year", 2001)
    assert years(folder) == [("b.txt", 2001, "某区")]


def test_another_content_inherits_nothing(jixiao: CommandLine, folder: Path) -> None:
    (folder / "one" / "a.txt").unlink()
    (folder / "one" / "b.txt").write_text(YEARLESS.replace("≥12公里", "≥15公里"), encoding="utf-8")
    jixiao("import", folder / "one", "--db", folder / "x.db")
    assert years(folder) == [("b.txt", None, None)]
