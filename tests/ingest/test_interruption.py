"""kill -9 in the middle of an import: whole files or none, and the next run ends where an undisturbed one would."""

import shutil
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ingest.dump import dump
from tests.ingest.test_importer import run

INSTANTS = 30
ROOT = Path(__file__).parents[2]


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A database with an import of some files, and the files as they are now: changed, removed, added, broken."""
    folder = tmp_path / "files"
    folder.mkdir()
    for number in range(6):
        lines = [f"项目{number} / 指标{row} / ≥{row} 个" for row in range(4)]
        (folder / f"{number}.txt").write_text("\n".join(lines), encoding="utf-8")
    run(tmp_path / "demo.db", folder)
    (folder / "1.txt").write_text("项目一 / 指标 / ≥7 个\n项目一 / ?指标 / 好\n", encoding="utf-8")
    (folder / "2.txt").unlink()
    (folder / "3.txt").write_text("!corrupt", encoding="utf-8")
    (folder / "new.txt").write_text("新项目 / 指标 / ≥1 个\n", encoding="utf-8")
    return tmp_path


def imported(desk: Path, fatal: int) -> subprocess.CompletedProcess[str]:
    command = [
        sys.executable,
        "-m",
        "tests.ingest.killed_import",
        str(fatal),
        str(desk / "demo.db"),
        str(desk / "files"),
    ]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def by_source(said: dict[str, list[str]]) -> dict[str, set[str]]:
    """The rows of a dump, source by source."""
    found: dict[str, set[str]] = {}
    for rows in said.values():
        for row in rows:
            name = (
                row.split('"source": "')[-1].split('"')[0]
                if '"source"' in row
                else row.split('"path": "')[1].split('"')[0]
            )
            found.setdefault(name, set()).add(row)
    return found


def test_killed_at_any_instant(desk: Path) -> None:
    before = dump(desk / "demo.db")
    whole = desk / "whole"
    shutil.copytree(desk, whole, ignore=shutil.ignore_patterns("whole"))
    statements = int(imported(whole, 0).stdout)
    after = dump(whole / "demo.db")
    assert statements > INSTANTS
    for instant in range(INSTANTS):
        fatal = 1 + instant * statements // INSTANTS
        copy = desk / f"at-{fatal}"
        shutil.copytree(desk, copy, ignore=shutil.ignore_patterns("whole", "at-*"))
        assert imported(copy, fatal).returncode == -signal.SIGKILL
        with sqlite3.connect(copy / "demo.db") as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        connection.close()
        old, new, now = by_source(before), by_source(after), by_source(dump(copy / "demo.db"))
        assert all(rows in (old.get(name), new.get(name)) for name, rows in now.items())
        assert {name for name in old if name not in now} <= {name for name in old if name not in new}
        run(copy / "demo.db", copy / "files")
        assert dump(copy / "demo.db") == after
        shutil.rmtree(copy)
