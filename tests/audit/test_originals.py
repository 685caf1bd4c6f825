"""Files that changed, moved or went: each is told of, with what to do."""

from pathlib import Path

from audit.database import reading
from audit.originals import departures
from tests.command_line import CommandLine


def told(database: Path) -> list[str]:
    with reading(database, strictly=False) as connection:
        return sorted(problem[1] for _count, problem in departures(connection, database) if problem)


def test_what_became_of_each_file(jixiao: CommandLine, form: Path, tmp_path: Path) -> None:
    folder, database = form.parent, tmp_path / "demo.db"
    for name in ("changed", "gone", "moved"):
        (folder / f"{name}.txt").write_text(f"{form.read_text(encoding='utf-8')}{name}\n", encoding="utf-8")
    jixiao("import", folder, "--db", database)
    assert told(database) == []
    (folder / "changed.txt").write_text("other", encoding="utf-8")
    (folder / "gone.txt").unlink()
    (folder / "below").mkdir()
    (folder / "moved.txt").rename(folder / "below" / "here.txt")
    (folder / "new.txt").write_text("nobody imported it", encoding="utf-8")
    changed, gone, moved = told(database)
    assert "changed.txt: its content changed" in changed
    assert "gone.txt: no longer there; put it back" in gone
    assert "moved.txt: moved to, or now called, below/here.txt" in moved


def test_a_folder_that_is_gone_is_said_once(jixiao: CommandLine, form: Path, tmp_path: Path) -> None:
    folder, database = form.parent, tmp_path / "demo.db"
    (folder / "copy.txt").write_bytes(form.read_bytes())
    jixiao("import", folder, "--db", database)
    folder.rename(tmp_path / "elsewhere")
    (said,) = told(database)
    assert f"{folder}: the folder is no longer there (2 files)" in said
