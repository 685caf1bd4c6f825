"""A database and its documents, moved as one or apart."""

import json
import shutil
from pathlib import Path

import pytest

from tests.command_line import CommandLine


@pytest.fixture
def place(jixiao: CommandLine, form: Path) -> Path:
    """A folder with documents and their database."""
    assert jixiao("import", form.parent, "--db", form.parent / "x.db").code == 0
    return form.parent


def remarks(jixiao: CommandLine, folder: Path, database: Path) -> list[str]:
    found: list[str] = json.loads(jixiao("import", folder, "--db", database, "--json").out)["remarks"]
    return found


def test_moved_as_one_nothing_is_to_be_said(jixiao: CommandLine, place: Path, tmp_path: Path) -> None:
    place.rename(tmp_path / "other")
    assert remarks(jixiao, tmp_path / "other", tmp_path / "other" / "x.db") == []


def test_a_database_moved_alone_says_so_until_it_is_told_what_happened(
    jixiao: CommandLine, place: Path, tmp_path: Path
) -> None:
    (tmp_path / "alone").mkdir()
    database = tmp_path / "alone" / "x.db"
    (place / "x.db").rename(database)
    for _ in range(2):
        (said,) = remarks(jixiao, place, database)
        assert said.startswith(f"{database.parent}: files of this run that are equal to files remembered there")
        assert "no longer: 1;" in said
    (said,) = remarks(jixiao, database.parent, database)
    assert "it held 1 file before and is empty now" in said
    assert remarks(jixiao, place, database) == []
    status = json.loads(jixiao("status", "--db", database, "--json").out)
    assert (status["tables"], status["statuses"]) == (1, {"imported": 1, "vanished": 1})


def test_a_copy_of_what_is_still_there_is_a_copy(jixiao: CommandLine, place: Path, tmp_path: Path) -> None:
    shutil.copytree(place, tmp_path / "copy", ignore=shutil.ignore_patterns("x.db*"))
    assert remarks(jixiao, tmp_path / "copy", place / "x.db") == []
