"""What a database holds, and which files failed."""

from pathlib import Path

from audit.database import reading
from audit.standing import failures, holding
from tests.command_line import CommandLine
from tests.conftest import FORM


def test_what_there_is_and_was(jixiao: CommandLine, form: Path, tmp_path: Path) -> None:
    jixiao("import", form.parent, "--db", tmp_path / "demo.db")
    (form.parent / "again.txt").write_text(FORM + "\n", encoding="utf-8")
    (form.parent / "empty.txt").touch()
    jixiao("import", form.parent, "--db", tmp_path / "demo.db")
    with reading(tmp_path / "demo.db") as connection:
        now = holding(connection, None)
        (failure,) = failures(connection)
        assert failures(connection, ("timeout",)) == []
        assert [row["path"] for row in failures(connection, ("imported",))] == ["again.txt", "road.txt"]
    assert (now.statuses, now.tables, now.indicators, now.versions) == ({"imported": 2, "corrupt": 1}, 1, 5, 1)
    assert [run["import_id"] for run in now.imports] == [2, 1]
    assert (failure["path"], failure["status"]) == ("empty.txt", "corrupt")
    assert "the file is empty" in failure["en"]
    with reading(tmp_path / "demo.db", as_of=1) as connection:
        then = holding(connection, 1)
        assert (then.statuses, then.tables, then.versions) == ({"imported": 1}, 1, 0)
    (form.parent / "again.txt").unlink()
    jixiao("import", form.parent, "--db", tmp_path / "demo.db")
    with reading(tmp_path / "demo.db") as connection:
        assert holding(connection, None).versions == 0
    with reading(tmp_path / "demo.db", as_of=2) as connection:
        assert holding(connection, 2).versions == 1
