"""Files whole or not at all."""

from pathlib import Path

import pytest

from audit.export.written import written
from ingest.exits import CommandError, Exit


def test_what_was_there_stays_until_the_new_one_is_whole(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("old")

    def half() -> None:
        with written(tmp_path / "a.csv") as part:
            part.write_text("half")
            _ = 1 / 0

    with pytest.raises(ZeroDivisionError):
        half()
    assert (tmp_path / "a.csv").read_text() == "old"
    with written(tmp_path / "a.csv") as part:
        part.write_text("new")
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]
    assert (tmp_path / "a.csv").read_text() == "new"


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(CommandError) as error, written(tmp_path / "nowhere" / "a.csv") as part:
        part.write_text("x")
    assert error.value.code is Exit.STORAGE
