"""Lists as they are published, each by a template of its own: what lists.toml says is what is read."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from schema.table import Indicator, PerformanceTable
from tests.parsers.layouts.reading_drawings import read

LISTS: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("lists.toml").read_text(encoding="utf-8"))["list"]


def _told(tables: tuple[PerformanceTable, ...]) -> Iterator[str]:
    for table in tables:
        named = [(table.agency_code, table.agency), (table.project_code, table.project_name)]
        owners = [f"{_or_dash(code)} {_or_dash(name)}" for code, name in named]
        yield " | ".join([table.kind, *owners, _or_dash(table.fiscal_year), _or_dash(table.budget.total)])
        yield from map(_line, table.indicators)


def _line(indicator: Indicator) -> str:
    said = indicator.stated
    levels = f"{_or_dash(indicator.level1)} / {_or_dash(indicator.level2)}"
    value = f"{_or_dash(said.operator)} {_or_dash(said.value)} {_or_dash(said.unit)}"
    return f"{levels} / {indicator.name} = {value}"


def _or_dash(said: object) -> str:
    return "-" if said is None or said == "" else str(said).replace("\n", "⏎")


@pytest.mark.parametrize("listed", LISTS, ids=[listed["name"].split(":")[0] for listed in LISTS])
def test_a_published_list(listed: dict[str, Any]) -> None:
    found = read(listed["drawing"])
    assert list(_told(found.tables)) == listed["tables"].strip().split("\n")
    assert found.cells.reported == listed.get("left", 0)


def test_no_two_have_the_same_header() -> None:
    assert len({listed["name"] for listed in LISTS}) == len({listed["drawing"] for listed in LISTS}) == len(LISTS)
