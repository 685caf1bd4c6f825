"""Performance tables and indicators as values."""

import json
import re

import pytest
from pydantic import ValidationError

from schema.span import Span
from schema.table import Budget, Fund, HeaderField, Indicator, PerformanceTable, Stated
from schema.target import Blank

PROMISED_OF_A_TABLE = frozenset(
    re.findall(
        r"\w+",
        """key title kind project_name project_code department agency agency_code region fiscal_year budget funds goal
        goal_midterm goal_actual score fields indicators spans layout coverage""",
    )
)
PROMISED_OF_AN_INDICATOR = frozenset(
    re.findall(
        r"\w+",
        """key level1 level2 name description stated weight actual score deviation standard history remark nature
        direction direction_stated period area parent previous forecast grades join targets actual_targets spans""",
    )
)
SPAN = Span(place="table 1", row=3, column=2)
INDICATOR = Indicator(
    level1="产出指标",
    name="培训人数",
    stated=Stated(name="指标1：培训人数", value="—"),
    targets=(Blank(text="—", reason="placeholder"),),
    grades={"优": "—"},
    spans={"value": (SPAN,)},
)
TABLE = PerformanceTable(
    kind="project_target",
    layout="form",
    budget=Budget(total="400000"),
    funds=(Fund(role="budget", label="预算数", amount="400000", stated="40.00"),),
    fields=(HeaderField(label="项目名称", text="信息化", span=SPAN),),
    indicators=(INDICATOR,),
)


def test_a_table_comes_back_from_json() -> None:
    assert PerformanceTable.model_validate_json(TABLE.model_dump_json()) == TABLE


def test_the_json_has_the_promised_fields() -> None:
    table = json.loads(TABLE.model_dump_json())
    assert set(table) - {"lineage"} == PROMISED_OF_A_TABLE
    assert set(table["indicators"][0]) == PROMISED_OF_AN_INDICATOR
    assert table["budget"] == {"total": "400000", "fiscal": None, "other": None}


def test_an_empty_cell_and_no_cell_are_told_apart() -> None:
    assert Stated(value="") != Stated()


@pytest.mark.parametrize(
    "change",
    [{"kind": "project"}, {"budget": {"total": "40万"}}, {"fiscal_year": "去年"}, {"indicators": [{"name": "甲"}]}],
)
def test_what_is_no_table_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        PerformanceTable.model_validate({**TABLE.model_dump(), **change})
