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


def test_a_renamed_file_of_which_nothing_was_said_is_recognised_too(jixiao: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FORM, encoding="utf-8")
    jixiao("import", tmp_path, "--db", tmp_path / "x.db")
    (tmp_path / "a.txt").rename(tmp_path / "b.txt")
    ran = json.loads(jixiao("import", tmp_path, "--db", tmp_path / "x.db", "--json").out)
    assert ran["remarks"] == ["recognised by content, renamed or moved: b.txt (was a.txt)"]


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


def said(folder: Path) -> list[tuple[object, ...]]:
    return rows(
        folder / "x.db",
        "SELECT source, project_name, stated_url, t.fiscal_year FROM current_tables AS t JOIN current_sources AS s"
        " USING (source_id) ORDER BY source",
    )


@pytest.fixture
def listed(jixiao: CommandLine, tmp_path: Path) -> Path:
    """Two files, each with its own year and address."""
    (tmp_path / "one").mkdir()
    for name, project in (("a", "修路"), ("b", "架桥")):
        (tmp_path / "one" / f"{name}.txt").write_text(YEARLESS.replace("修路", project), encoding="utf-8")
    (tmp_path / "list.csv").write_text("path,url,year\none/a.txt,A,1997\none/b.txt,B,1998\n", encoding="utf-8")
    jixiao("import", tmp_path / "one", "--manifest", tmp_path / "list.csv", "--db", tmp_path / "x.db")
    assert said(tmp_path) == [("a.txt", "修路", "A", 1997), ("b.txt", "架桥", "B", 1998)]
    return tmp_path


@pytest.mark.parametrize("third", ["c", "0"])
def test_names_that_are_passed_on_pass_nothing_on(jixiao: CommandLine, listed: Path, third: str) -> None:
    """What is said goes with the bytes: the address of one file must not come to stand at another."""
    folder = listed / "one"
    (folder / "b.txt").rename(folder / f"{third}.txt")
    (folder / "a.txt").rename(folder / "b.txt")
    jixiao("import", folder, "--db", listed / "x.db")
    assert sorted(said(listed)) == sorted([("b.txt", "修路", "A", 1997), (f"{third}.txt", "架桥", "B", 1998)])
    assert json.loads(jixiao("import", folder, "--db", listed / "x.db", "--json").out)["rows_written"] == 0


def test_swapped_names_swap_what_is_said(jixiao: CommandLine, listed: Path) -> None:
    folder = listed / "one"
    (folder / "a.txt").rename(folder / "c.txt")
    (folder / "b.txt").rename(folder / "a.txt")
    (folder / "c.txt").rename(folder / "b.txt")
    ran = jixiao("import", folder, "--db", listed / "x.db", "--json")
    assert said(listed) == [("a.txt", "架桥", "B", 1998), ("b.txt", "修路", "A", 1997)]
    assert "a.txt (was b.txt), b.txt (was a.txt)" in json.loads(ran.out)["remarks"][0]


def test_a_copy_over_another_file_leaves_what_is_said_of_the_place(jixiao: CommandLine, listed: Path) -> None:
    folder = listed / "one"
    (folder / "b.txt").write_bytes((folder / "a.txt").read_bytes())
    jixiao("import", folder, "--db", listed / "x.db")
    told = rows(listed / "x.db", "SELECT path, stated_url FROM current_sources ORDER BY path")
    assert told == [("a.txt", "A"), ("b.txt", "B")]
