"""The ugliest cases seen in published tables, as data; docs/layouts.md shows them."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.parsers.layouts.reading_drawings import read
from tests.parsers.layouts.test_form_provinces import told

CASES: dict[str, dict[str, Any]] = tomllib.loads(Path(__file__).with_name("ugliest.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", CASES)
def test_an_ugly_case(name: str) -> None:
    found = read(CASES[name]["drawn"])
    assert [told(indicator) for table in found.tables for indicator in table.indicators] == CASES[name]["indicators"]
    assert found.cells.reported == CASES[name]["reported"]
