"""No output takes the place of a database or of a file that is read."""

import os
from pathlib import Path

import pytest

from ingest.commands.page import page_of
from ingest.exits import CommandError, Exit
from ingest.outputs import refuse_overwriting
from ingest.report import Report
from parsers.formats.own_outputs import REPORT_MARK
from tests.command_line import CommandLine
from tests.conftest import FORM


@pytest.fixture
def database(jixiao: CommandLine, form: Path, tmp_path: Path) -> Path:
    assert jixiao("import", form.parent, "--db", tmp_path / "x.db").code == 0
    return tmp_path / "x.db"


LOGS = {".db-wal", ".db-shm"}  # a reader leaves them


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {
        str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.suffix not in LOGS and path.is_file()
    }


REFUSED = ("x.db", "x.db-wal", "x.db-shm", "x.db.lock", "x.db.holder", "x.db.audit", "files/road.txt")


@pytest.mark.parametrize("name", REFUSED)
@pytest.mark.parametrize(
    "command",
    [
        ("find", "--csv"),
        ("find", "--xlsx"),
        ("find", "--parquet"),
        ("compare", "--csv"),
        ("audit", "--csv"),
        ("export", "--html"),
        ("export", "--jsonl"),
        ("export", "--xlsx"),
        ("export", "--csv"),
        ("export", "--datasette"),
        ("retry", "--report"),
    ],
    ids=" ".join,
)
def test_every_option_that_names_an_output(
    jixiao: CommandLine, database: Path, tmp_path: Path, command: tuple[str, str], name: str
) -> None:
    before = bytes_of(tmp_path)
    ran = jixiao(command[0], "--db", database, command[1], tmp_path / name)
    assert (ran.code, ran.out) == (Exit.USAGE, "")
    assert ran.err.startswith(f"{tmp_path / name} is ")
    assert ran.err.endswith("and cannot be an output; nothing was done, name another path\n")
    assert bytes_of(tmp_path) == before
    if name == "x.db":
        assert "是数据库，不能写成输出" in jixiao(command[0], "--db", database, command[1], database, language="zh").err


@pytest.mark.parametrize("name", [*REFUSED, "files/new.txt", "list.csv", "limits.toml"])
def test_the_report_of_an_import(jixiao: CommandLine, database: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / "files" / "new.txt").write_text(FORM.replace("修路", "架桥"), encoding="utf-8")
    (tmp_path / "list.csv").write_text("path,year\nfiles/road.txt,2024\n", encoding="utf-8")
    (tmp_path / "limits.toml").write_text("wall_seconds = 60\n", encoding="utf-8")
    before = bytes_of(tmp_path)
    beside = ["--manifest", tmp_path / "list.csv", "--limits", tmp_path / "limits.toml"]
    ran = jixiao("import", tmp_path / "files", "--db", database, *beside, "--report", tmp_path / name)
    assert (ran.code, "nothing was done" in ran.err) == (Exit.USAGE, True)
    assert bytes_of(tmp_path) == before


def test_the_report_of_an_import_that_makes_its_database(jixiao: CommandLine, form: Path, tmp_path: Path) -> None:
    for name in ("x.db", "x.db.lock"):
        assert jixiao("import", form, "--db", tmp_path / "x.db", "--report", tmp_path / name).code == Exit.USAGE
    (tmp_path / "list.csv").write_text("path\nfiles/road.txt\n", encoding="utf-8")
    listed = ["import", "--manifest", tmp_path / "list.csv", "--db", tmp_path / "x.db"]
    assert jixiao(*listed, "--report", form).code == Exit.USAGE
    assert [path.name for path in tmp_path.iterdir() if path.name != "list.csv"] == ["files"]
    assert form.read_text(encoding="utf-8") == FORM


def test_other_names_of_the_same_file(jixiao: CommandLine, database: Path, form: Path, tmp_path: Path) -> None:
    (tmp_path / "link.csv").symlink_to(database)
    (tmp_path / "road.csv").symlink_to(form)
    (tmp_path / "folder").symlink_to(form.parent)
    (tmp_path / "hard.csv").hardlink_to(database)
    for name in ("link.csv", "road.csv", "folder/road.txt", "hard.csv", "files/../x.db"):
        ran = jixiao("find", "--db", database, "--csv", tmp_path / name)
        assert (ran.code, "cannot be an output" in ran.err) == (Exit.USAGE, True), name
    (tmp_path / "other.db").symlink_to(database)
    assert jixiao("find", "--db", tmp_path / "other.db", "--csv", database).code == Exit.USAGE


def test_what_a_linked_source_leads_to(jixiao: CommandLine, form: Path, tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_text(FORM.replace("修路", "架桥"), encoding="utf-8")
    (form.parent / "linked.txt").symlink_to(tmp_path / "real.txt")
    at = ["import", form.parent, "--db", tmp_path / "x.db"]
    assert jixiao(*at, "--report", tmp_path / "real.txt").code == Exit.USAGE
    assert jixiao(*at).code == 0
    assert jixiao("find", "--db", tmp_path / "x.db", "--csv", tmp_path / "real.txt").code == Exit.USAGE


def test_a_source_whose_name_is_in_gbk(jixiao: CommandLine, form: Path, tmp_path: Path) -> None:
    odd = form.rename(form.parent / os.fsdecode("绩效.txt".encode("gb18030")))
    assert jixiao("import", form.parent, "--db", tmp_path / "x.db").code == 0
    with pytest.raises(CommandError):
        refuse_overwriting([odd], tmp_path / "x.db")


def test_one_file_for_two_outputs(jixiao: CommandLine, database: Path, tmp_path: Path) -> None:
    ran = jixiao("find", "--db", database, "--csv", tmp_path / "a", "--xlsx", tmp_path / "a")
    assert (ran.code, "another output of this command" in ran.err) == (Exit.USAGE, True)


def test_what_may_be_written(jixiao: CommandLine, database: Path, form: Path, tmp_path: Path) -> None:
    (tmp_path / "old.csv").write_text("old", encoding="utf-8")
    for name in ("old.csv", "old.csv", "new.csv", "files/new.csv"):
        assert jixiao("find", "--db", database, "--csv", tmp_path / name).code == 0
    form.rename(form.parent / "street.txt")
    assert jixiao("import", form.parent, "--db", database).code == 0
    assert jixiao("find", "--db", database, "--csv", form).code == 0  # what stood there is gone


def test_a_report_may_be_written_anew_wherever_it_lies(jixiao: CommandLine, form: Path, tmp_path: Path) -> None:
    page = form.parent / "report.html"
    for _ in range(2):
        ran = jixiao("import", form.parent, "--db", tmp_path / "x.db", "--report", page)
        assert ran.code in {0, 3}
        assert REPORT_MARK in page.read_bytes()
    assert REPORT_MARK.decode() in page_of(Report(), "zh")
    assert jixiao("export", "--db", tmp_path / "x.db", "--html", page).code == 0
    assert REPORT_MARK in page.read_bytes()[:1024]


def test_rules_and_their_configuration(jixiao: CommandLine, database: Path, tmp_path: Path) -> None:
    (tmp_path / "rules.toml").write_text("", encoding="utf-8")
    ran = jixiao("audit", "--db", database, "--config", tmp_path / "rules.toml", "--csv", tmp_path / "rules.toml")
    assert (ran.code, "a file that this command reads" in ran.err) == (Exit.USAGE, True)
