"""Forms and lists as finance bureaus print them, each with what a person reads in it."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.parsers.layouts.reading_drawings import read
from tests.parsers.layouts.telling import lines

PRINTED: dict[str, dict[str, Any]] = tomllib.loads(Path(__file__).with_name("bureaus.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", PRINTED)
def test_what_is_read_is_what_a_person_reads(name: str) -> None:
    assert list(lines(read(PRINTED[name]["drawn"]))) == PRINTED[name]["read"].strip("\n").split("\n")


def test_nearly_every_cell_has_its_place() -> None:
    cells = [read(printed["drawn"]).cells for printed in PRINTED.values()]
    assert 100 * sum(c.reported for c in cells) <= sum(c.stated for c in cells)
