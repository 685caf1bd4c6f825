"""Forms of many provinces, as data: what each says of its project, its money and its indicators."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from schema.table import Indicator
from tests.parsers.layouts.reading_drawings import read

FORMS: dict[str, dict[str, Any]] = tomllib.loads(Path(__file__).with_name("provinces.toml").read_text(encoding="utf-8"))
TEXTS = (
    "description", "weight", "actual", "score", "deviation", "standard", "history", "remark", "direction_stated", "area",
    "previous", "forecast",
)  # fmt: skip


def told(indicator: Indicator) -> str:
    """An indicator as a line of the file."""
    stated = indicator.stated
    more = {name: getattr(indicator, name) for name in TEXTS}
    more |= {"period": indicator.period if indicator.period != "annual" else None}
    more |= {"operator": stated.operator, "unit": stated.unit}
    first = (indicator.level1 or "", indicator.level2 or "", indicator.name, stated.value or "")
    return " | ".join((*first, *(f"{name} {text}" for name, text in more.items() if text)))


@pytest.mark.parametrize("name", FORMS)
def test_the_indicators_of_a_form(name: str) -> None:
    (table,) = read(FORMS[name]["drawn"]).tables
    assert [told(indicator) for indicator in table.indicators] == FORMS[name]["indicators"]


@pytest.mark.parametrize("name", FORMS)
def test_what_the_head_of_a_form_says(name: str) -> None:
    (table,) = read(FORMS[name]["drawn"]).tables
    stated = table.model_dump(exclude={"budget"}) | {f"budget.{k}": v for k, v in table.budget.model_dump().items()}
    wanted = FORMS[name]["table"]
    checked = {*wanted, "goal", "goal_midterm", "goal_actual", "score", "agency", "department", "project_name"}
    assert {key: stated[key] for key in checked if stated[key] is not None} == wanted


@pytest.mark.parametrize("name", FORMS)
def test_every_cell_of_a_form_has_its_place(name: str) -> None:
    found = read(FORMS[name]["drawn"])
    assert found.cells.reported == FORMS[name]["reported"]
    assert 100 * found.cells.reported <= 5 * found.cells.stated
