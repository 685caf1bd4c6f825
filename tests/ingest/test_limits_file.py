"""Limits out of a file."""

from pathlib import Path

import pytest

from ingest.exits import CommandError, Exit
from ingest.limits_file import read_limits
from schema.limits import Limits
from tests.command_line import CommandLine
from tests.conftest import FORM


def test_what_is_named_differs(tmp_path: Path) -> None:
    (tmp_path / "limits.toml").write_text("wall_seconds = 5\n")
    assert read_limits(tmp_path / "limits.toml") == Limits(wall_seconds=5)
    assert read_limits(None) == Limits()


@pytest.mark.parametrize("text", ["wall_seconds = 0", "seconds = 5", "wall_seconds =", 'cells = "many"'])
def test_what_cannot_be_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "limits.toml").write_text(text)
    with pytest.raises(CommandError) as error:
        read_limits(tmp_path / "limits.toml")
    assert error.value.code is Exit.USAGE


CELLS = sum(bool(cell) for line in FORM.splitlines() for cell in line.split("\t"))


@pytest.mark.parametrize(
    ("name", "under"),
    [("file_bytes", len(FORM.encode())), ("characters", len(FORM)), ("cells", CELLS)],
)
def test_one_under_and_one_over(jixiao: CommandLine, form: Path, tmp_path: Path, name: str, under: int) -> None:
    ends = []
    for value in (under, under - 1):
        (tmp_path / "limits.toml").write_text(f"{name} = {value}\n")
        ran = jixiao("import", form, "--db", tmp_path / f"{value}.db", "--limits", tmp_path / "limits.toml", "--json")
        ends.append((ran.code, '"limit": 1' in ran.out))
    assert ends == [(0, False), (3, True)]
