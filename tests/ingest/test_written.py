"""Files whole or not at all."""

from pathlib import Path

import pytest

from ingest.exits import CommandError, Exit
from ingest.written import written


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


def test_a_link_stays_a_link_and_a_private_file_private(tmp_path: Path) -> None:
    (tmp_path / "real.csv").write_text("old")
    (tmp_path / "real.csv").chmod(0o600)
    (tmp_path / "link.csv").symlink_to("real.csv")
    with written(tmp_path / "link.csv") as part:
        part.write_text("new")
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "real.csv").read_text() == "new"
    assert (tmp_path / "real.csv").stat().st_mode & 0o777 == 0o600


def test_a_device_takes_what_is_written_and_stays_one() -> None:
    with written(Path("/dev/null")) as part:
        part.write_text("x")
    assert Path("/dev/null").is_char_device()


def test_a_part_of_another_is_let_alone(tmp_path: Path) -> None:
    (tmp_path / "a.csv.part").write_text("half a download")
    with written(tmp_path / "a.csv") as part:
        part.write_text("new")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.csv", "a.csv.part"]


def test_a_reader_who_has_seen_enough_is_no_trouble(tmp_path: Path) -> None:
    with pytest.raises(BrokenPipeError), written(tmp_path / "a.csv"):
        raise BrokenPipeError
    assert list(tmp_path.iterdir()) == []
