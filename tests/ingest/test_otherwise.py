"""Equal files of which different things are said: one counts, and that the other is said to be another is told."""

import json
from itertools import permutations
from pathlib import Path

from tests.command_line import CommandLine
from tests.conftest import FORM
from tests.ingest.dump import dump
from tests.ingest.test_importer import rows


def listed(folder: Path, *lines: str) -> Path:
    (folder.parent / "list.csv").write_text("\n".join(["path,year,region", *lines]) + "\n", encoding="utf-8")
    return folder.parent / "list.csv"


def told(database: Path) -> list[tuple[object, ...]]:
    return rows(database, "SELECT source, message_en FROM current_diagnostics WHERE code = 'said-otherwise'")


def folder_of(tmp_path: Path) -> Path:
    (tmp_path / "files").mkdir()
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / "files" / name).write_text(FORM, encoding="utf-8")
    return tmp_path / "files"


def test_it_is_told_in_the_database_and_by_the_run(jixiao: CommandLine, tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    manifest = listed(folder, "files/a.txt,,甲区", "files/b.txt,,乙区", "files/c.txt,,甲区")
    ran = jixiao("import", folder, "--db", tmp_path / "x.db", "--manifest", manifest, "--json")
    (remark,) = json.loads(ran.out)["remarks"]
    assert remark == (
        "of 1 equal file another year or region is said than of the one that counts, and is not used:"
        " b.txt (乙区) = a.txt (甲区); check which is right"
    )
    ((source, message),) = told(tmp_path / "x.db")
    assert source == "a.txt"
    assert message == (
        "file 'b.txt' is equal but said to be of 乙区, this one of 甲区; the tables count once, as this file's: check"
        " which is right"
    )
    assert "另注明" in jixiao("import", folder, "--db", tmp_path / "x.db", language="zh").err


def test_what_is_said_of_the_duplicate_alone_is_told_too(jixiao: CommandLine, tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    jixiao("import", folder, "--db", tmp_path / "x.db")
    assert told(tmp_path / "x.db") == []
    jixiao("import", folder, "--db", tmp_path / "x.db", "--manifest", listed(folder, "files/b.txt,2019,"))
    assert "'b.txt' is equal but said to be of 2019, this one of –" in str(told(tmp_path / "x.db"))
    (folder / "b.txt").unlink()
    jixiao("import", folder, "--db", tmp_path / "x.db")
    assert told(tmp_path / "x.db") == []


def test_it_does_not_depend_on_the_order(jixiao: CommandLine, tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    manifest = listed(folder, "files/a.txt,2021,", "files/b.txt,2022,", "files/c.txt,,丙区")
    dumps, database = [], tmp_path / "0.db"
    for number, order in enumerate(permutations(["a.txt", "b.txt", "c.txt"])):
        database = tmp_path / f"{number}.db"
        for name in order:
            jixiao("import", folder / name, "--db", database, "--manifest", manifest)
        dumps.append(dump(database))
    assert len(told(database)) == 2
    assert all(one == dumps[0] for one in dumps)


def test_a_run_that_changes_nothing_writes_nothing(jixiao: CommandLine, tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    manifest = listed(folder, "files/a.txt,2021,", "files/b.txt,2022,")
    command = ("import", folder, "--db", tmp_path / "x.db", "--manifest", manifest, "--json")
    jixiao(*command)
    assert json.loads(jixiao(*command).out)["rows_written"] == 0
