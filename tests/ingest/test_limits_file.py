"""Limits out of a file."""

import json
from pathlib import Path
from typing import Any

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


@pytest.mark.parametrize(
    "text", ["wall_seconds = 0", "seconds = 5", "wall_seconds =", 'cells = "many"', "cells = true"]
)
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


def test_a_file_over_a_limit_is_read_again_under_others_alone(jixiao: CommandLine, form: Path, tmp_path: Path) -> None:
    (tmp_path / "less.toml").write_text(f"cells = {CELLS - 1}\n")
    (tmp_path / "enough.toml").write_text(f"cells = {CELLS}\n")

    def imported(*options: object) -> dict[str, Any]:
        ran = jixiao("import", form, "--db", tmp_path / "x.db", "--json", *options)
        files: dict[str, Any] = json.loads(ran.out)["files"]
        return files

    assert imported("--limits", tmp_path / "less.toml")["statuses"] == {"limit": 1}
    assert imported("--limits", tmp_path / "less.toml")["changes"] == {"unchanged": 1}
    raised = imported("--limits", tmp_path / "enough.toml")
    assert (raised["changes"], raised["statuses"]) == ({"reread": 1}, {"imported": 1})
    assert imported()["changes"] == {"unchanged": 1}
