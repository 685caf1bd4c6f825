"""The database as an import left it."""

import json
import sqlite3
from pathlib import Path

import pytest

from audit.database import reading
from audit.history import differences, last_import, looked_back, standing_at
from ingest.exits import CommandError
from tests.command_line import CommandLine
from tests.conftest import FORM


@pytest.fixture
def database(jixiao: CommandLine, form: Path, tmp_path: Path) -> Path:
    """Three imports: a form; corrected, with a row gone and one new; and removed."""
    jixiao("import", form.parent, "--db", tmp_path / "demo.db")
    corrected = FORM.replace("≥12公里", "≥15公里").replace(
        "产出指标\t质量指标\t验收合格率\t≥95%", "产出指标\t质量指标\t优良率\t≥90%"
    )
    form.write_text(corrected, encoding="utf-8")
    jixiao("import", form.parent, "--db", tmp_path / "demo.db")
    form.unlink()
    (form.parent / "note.txt").write_text("说明", encoding="utf-8")
    jixiao("import", form.parent, "--db", tmp_path / "demo.db")
    return tmp_path / "demo.db"


@pytest.mark.parametrize(("as_of", "found"), [(1, "12"), (2, "15"), (3, None)])
def test_find_as_of(jixiao: CommandLine, database: Path, as_of: int, found: str | None) -> None:
    ran = jixiao("find", "里程", "--db", database, "--as-of", as_of, "--json")
    assert [hit["target"]["value"] for hit in json.loads(ran.out)["results"]] == ([found] if found else [])
    assert ran.code == (0 if found else 4)


def test_what_changed_between_two_imports(database: Path) -> None:
    with reading(database) as connection:
        changed = {(one.before or one.after or {})["name"]: one for one in differences(connection, 1, 2)}
        assert set(changed) == {"修路里程", "验收合格率", "优良率"}
        before, after = changed["修路里程"].before, changed["修路里程"].after
        assert before is not None
        assert after is not None
        assert (before["stated_value"], after["stated_value"]) == ("≥12公里", "≥15公里")
        assert (changed["验收合格率"].after, changed["优良率"].before) == (None, None)
        assert len(list(differences(connection, 2, 3))) == 5
        assert list(differences(connection, 2, 2)) == []
        assert last_import(connection) == 3


def test_there_is_no_such_import(database: Path) -> None:
    with reading(database) as connection, pytest.raises(CommandError) as error:
        standing_at(connection, 4)
    assert "the last one is 3" in error.value.en


def test_looking_back_changes_nothing(jixiao: CommandLine, database: Path) -> None:
    before = database.read_bytes()
    jixiao("find", "里程", "--db", database, "--as-of", 1)
    assert database.read_bytes() == before
    with reading(database, as_of=1) as connection, pytest.raises(sqlite3.OperationalError):
        connection.execute("DELETE FROM temp.standing_tables")


def test_files_diagnostics_and_imports_are_those_of_then(jixiao: CommandLine, database: Path, form: Path) -> None:
    (form.parent / "rival.txt").write_text(FORM.replace("≥12公里", "≥18公里"), encoding="utf-8")
    form.write_text(FORM, encoding="utf-8")
    jixiao("import", form.parent, "--db", database)
    seen = {}
    for then in (1, 3, 4, None):
        with reading(database, as_of=then) as connection:
            files = connection.execute("SELECT path FROM current_sources WHERE status <> 'vanished' ORDER BY path")
            seen[then] = [path for (path,) in files]
            assert looked_back(connection) == then
            assert last_import(connection) == (then or 4)
            differing = connection.execute("SELECT count(*) FROM diagnostics WHERE code = 'table-differs'").fetchone()
            assert bool(differing[0]) == (then is None)
    assert seen == {
        1: ["road.txt"],
        3: ["note.txt"],
        4: ["note.txt", "rival.txt", "road.txt"],
        None: ["note.txt", "rival.txt", "road.txt"],
    }


def test_exports_of_then_hold_nothing_of_now(jixiao: CommandLine, database: Path, tmp_path: Path) -> None:
    jixiao("audit", "--db", database)
    for then, files in ((1, 1), (3, 2)):
        page, book = tmp_path / f"{then}.html", tmp_path / f"{then}.xlsx"
        ran = jixiao("export", "--db", database, "--html", page, "--xlsx", book, "--as-of", then, "--json")
        written = [one["rows"] for one in json.loads(ran.out)["written"] if one["name"] == "sources"]
        assert written == [files]
        text = page.read_text(encoding="utf-8")
        assert f"import {then} ·" in text
        assert f"<li><b>{files}</b>files</li>" in text
        assert "as import" in text
        assert "</b>findings" not in text
        assert "Findings are asked of what is held now" in ran.err
