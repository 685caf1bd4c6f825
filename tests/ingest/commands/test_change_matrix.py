"""The change matrix, line by line, as a person meets it: import, change something, import again, and again."""

import json
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from ingest.edition import Editions, editions
from tests.command_line import CommandLine
from tests.conftest import FORM

OTHER = FORM.replace("修路", "架桥")


def write(path: Path, text: str = FORM) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    os.utime(path, (1_700_000_000, 1_700_000_000 + len(text)))


class Line(NamedTuple):
    """What is there, what becomes of it, and what the second import says: changes, current ends, indicators."""

    before: Callable[[Path], object]
    change: Callable[[Path], object]
    changes: dict[str, int]
    ends: dict[str, str]
    indicators: int


def one(folder: Path) -> None:
    write(folder / "a.txt")


def two(folder: Path) -> None:
    write(folder / "a.txt")
    write(folder / "b.txt")


def moved(folder: Path) -> None:
    (folder / "sub").mkdir()
    (folder / "a.txt").rename(folder / "sub" / "a.txt")


def folder_for_file(folder: Path) -> None:
    (folder / "a.txt").unlink()
    write(folder / "a.txt" / "inside.txt", OTHER)


MATRIX = {
    "the same bytes under two names": Line(
        one, lambda f: write(f / "b.txt"), {"unchanged": 1, "new": 1}, {"a.txt": "imported", "b.txt": "duplicate"}, 5
    ),
    "the first of two twins goes": Line(
        two, lambda f: (f / "a.txt").unlink(), {"unchanged": 1, "gone": 1}, {"a.txt": "vanished", "b.txt": "imported"}, 5
    ),
    "changed bytes under one name": Line(
        one, lambda f: write(f / "a.txt", OTHER + "产出指标\t数量指标\t桥\t≥1座\n"), {"changed": 1}, {"a.txt": "imported"}, 6
    ),
    "renamed": Line(
        one, lambda f: (f / "a.txt").rename(f / "b.txt"), {"new": 1, "gone": 1},
        {"a.txt": "vanished", "b.txt": "imported"}, 5,
    ),
    "moved into another folder": Line(
        one, moved, {"new": 1, "gone": 1},
        {"a.txt": "vanished", "sub/a.txt": "imported"}, 5,
    ),
    "deleted": Line(one, lambda f: (f / "a.txt").unlink(), {"gone": 1}, {"a.txt": "vanished"}, 0),
    "touched": Line(one, lambda f: os.utime(f / "a.txt"), {"unchanged": 1}, {"a.txt": "imported"}, 5),
    "emptied": Line(one, lambda f: (f / "a.txt").write_bytes(b""), {"changed": 1}, {"a.txt": "corrupt"}, 0),
    "a loop of links": Line(
        one, lambda f: (f / "loop").symlink_to(f, target_is_directory=True), {"unchanged": 1}, {"a.txt": "imported"}, 5
    ),
    "GBK bytes in a name": Line(
        one, lambda f: Path(os.fsdecode(os.fsencode(f) + b"/\xbc\xa8\xd0\xa7.txt")).write_text(OTHER, encoding="utf-8"),
        {"unchanged": 1, "new": 1}, {"a.txt": "imported", "绩效.txt": "imported"}, 10,
    ),
    "a folder where a file was": Line(
        one, folder_for_file, {"new": 1, "gone": 1}, {"a.txt": "vanished", "a.txt/inside.txt": "imported"}, 5
    ),
}  # fmt: skip


def ends(database: Path) -> dict[str, str]:
    connection = sqlite3.connect(database)
    try:
        return dict(connection.execute("SELECT path, status FROM current_sources"))
    finally:
        connection.close()


@pytest.mark.parametrize("line", MATRIX)
def test_a_line_of_the_matrix(jixiao: CommandLine, tmp_path: Path, line: str) -> None:
    before, change, changes, statuses, indicators = MATRIX[line]
    folder, database = tmp_path / "files", tmp_path / "demo.db"
    before(folder)
    jixiao("import", folder, "--db", database)
    change(folder)
    second = json.loads(jixiao("import", folder, "--db", database, "--json").out)
    assert second["files"]["changes"] == changes
    assert ends(database) == statuses
    assert second["database"]["indicators"] == indicators
    third = json.loads(jixiao("import", folder, "--db", database, "--json").out)
    assert (third["rows_written"], ends(database)) == (0, statuses)


def test_deleted_and_back_again(jixiao: CommandLine, tmp_path: Path) -> None:
    folder, database = tmp_path / "files", tmp_path / "demo.db"
    one(folder)
    jixiao("import", folder, "--db", database)
    (folder / "a.txt").rename(tmp_path / "away.txt")
    jixiao("import", folder, "--db", database)
    (tmp_path / "away.txt").rename(folder / "a.txt")
    back = json.loads(jixiao("import", folder, "--db", database, "--json").out)
    assert (back["files"]["changes"], ends(database)) == ({"new": 1}, {"a.txt": "imported"})
    then = json.loads(jixiao("status", "--db", database, "--as-of", 2, "--json").out)
    assert (then["statuses"], then["indicators"]) == ({"vanished": 1}, 0)


def test_growing_while_it_is_read(jixiao: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, database = tmp_path / "files", tmp_path / "demo.db"
    one(folder)
    real = Path.stat

    def growing(path: Path, **how: bool) -> os.stat_result:
        found = real(path, **how)
        if path.name == "a.txt":
            with path.open("ab") as file:
                file.write(b"\n")
        return found

    monkeypatch.setattr(Path, "stat", growing)
    ran = jixiao("import", folder, "--db", database, "--json")
    assert [one["status"] for one in json.loads(ran.out)["failures"]] == ["unreadable"]
    monkeypatch.undo()
    assert json.loads(jixiao("import", folder, "--db", database, "--json").out)["files"]["statuses"] == {"imported": 1}


def test_an_upgraded_parser(jixiao: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, database = tmp_path / "files", tmp_path / "demo.db"
    one(folder)
    jixiao("import", folder, "--db", database)
    for upgraded in (Editions(editions().reading, "m2"), Editions("r2", "m2")):
        monkeypatch.setattr("ingest.order.editions", lambda upgraded=upgraded: upgraded)
        ran = json.loads(jixiao("import", folder, "--db", database, "--json").out)
        assert (ran["files"]["changes"], ran["database"]["indicators"]) == ({"reread": 1}, 5)
        again = json.loads(jixiao("import", folder, "--db", database, "--json").out)
        assert again["rows_written"] == 0


def test_links_that_lead_nowhere_stop_no_import(jixiao: CommandLine, tmp_path: Path) -> None:
    one(tmp_path / "files")
    for name, to in {"loop": "loop", "x.txt": "y.txt", "y.txt": "x.txt", "broken.txt": "nowhere"}.items():
        (tmp_path / "files" / name).symlink_to(to)
    ran = jixiao("import", tmp_path / "files", "--db", tmp_path / "demo.db", "--json")
    statuses = json.loads(ran.out)["files"]["statuses"]
    assert (ran.code, statuses) == (3, {"imported": 1, "unreadable": 4})
    assert "loop: not read: the link leads back to itself; mend it (unreadable)" in ran.err
    again = jixiao("import", tmp_path / "files", tmp_path / "files" / "loop", "--db", tmp_path / "demo.db", "--json")
    assert (again.code, json.loads(again.out)["rows_written"]) == (3, 0)
    in_a_loop = jixiao("import", tmp_path / "files" / "loop" / "a.txt", "--db", tmp_path / "demo.db")
    assert (in_a_loop.code, "defect" in in_a_loop.err) == (3, False)
    too_long = jixiao("import", tmp_path / ("n" * 300), "--db", tmp_path / "demo.db")
    assert (too_long.code, "defect" in too_long.err) == (3, False)


def test_what_is_passed_over_by_name_has_not_vanished(jixiao: CommandLine, tmp_path: Path) -> None:
    folder, database = tmp_path / "files", tmp_path / "demo.db"
    one(folder)
    write(folder / ".h.txt", OTHER)
    write(folder / ".sub" / "c.txt", OTHER.replace("架桥", "挖渠"))
    jixiao("import", folder / ".h.txt", folder / ".sub" / "c.txt", folder, "--db", database)
    again = jixiao("import", folder, "--db", database, "--json")
    assert (again.code, json.loads(again.out)["rows_written"]) == (0, 0)
    (folder / ".h.txt").unlink()
    (folder / ".sub" / "c.txt").unlink()
    gone = jixiao("import", folder, "--db", database, "--json")
    assert json.loads(gone.out)["files"]["changes"] == {"unchanged": 1, "gone": 2}
