"""Which tables are one, and which say the same."""

import pytest

from ingest.identity import content, identified
from schema.table import Budget, Indicator, PerformanceTable, Stated

TABLE = PerformanceTable(
    kind="project_target", project_name="修路", agency="公路处", fiscal_year=2024, budget=Budget(total="500000"),
    indicators=(Indicator(name="里程", level2="数量指标", stated=Stated(value="≥12公里")),), layout="form",
)  # fmt: skip


@pytest.mark.parametrize("missing", ["project_name", "agency", "fiscal_year"])
def test_a_table_that_leaves_open_which_it_is(missing: str) -> None:
    assert identified(TABLE)
    assert not identified(TABLE.model_copy(update={missing: None}))


def test_a_department_and_a_region_need_no_project() -> None:
    assert identified(PerformanceTable(kind="dept_target", agency_code="324001", fiscal_year=2024, layout="form"))
    assert identified(PerformanceTable(kind="region_target", region="天津市", fiscal_year=2024, layout="form"))
    assert not identified(PerformanceTable(kind="region_target", fiscal_year=2024, layout="form"))


@pytest.mark.parametrize(
    ("change", "same"),
    [
        ({"layout": "list", "coverage": 0.5, "title": "另一标题", "key": "k"}, True),
        ({"project_name": "修 路"}, True),
        ({"budget": Budget(total="500001")}, False),
        ({"goal": "修好"}, False),
        ({"indicators": ()}, False),
        ({"indicators": (TABLE.indicators[0].model_copy(update={"stated": Stated(value="≥ 12公里", unit="")}),)}, True),
        ({"indicators": (TABLE.indicators[0].model_copy(update={"stated": Stated(value="≥13公里")}),)}, False),
    ],
)
def test_what_counts_as_content(change: dict[str, object], same: bool) -> None:
    assert (content(TABLE) == content(TABLE.model_copy(update=change))) is same
