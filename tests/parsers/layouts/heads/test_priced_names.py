"""Names of projects with what they cost behind them."""

import pytest

from tests.parsers.layouts.reading_drawings import one, read

FORM = "2024年项目支出绩效目标表\n项目名称 | {} | < | <\n{}一级指标 | 二级指标 | 三级指标 | 指标值\n产出指标 | 数量指标 | 台数 | 6台"


@pytest.mark.parametrize(
    ("stated", "name", "total"),
    [
        ("设备更新（600万元）", "设备更新", "6000000"),
        ("设备更新(1,234.5万元)", "设备更新", "12345000"),
        ("设备更新（600）", "设备更新（600）", None),
        ("设备更新（600万元以上）", "设备更新（600万元以上）", None),
        ("设备更新（二期）", "设备更新（二期）", None),
    ],
)
def test_an_amount_in_brackets_is_the_projects_money(stated: str, name: str, total: str | None) -> None:
    table = one(FORM.format(stated, ""))
    assert (table.project_name, table.budget.total) == (name, total)
    assert table.fields[0].text == stated


def test_where_the_form_states_its_money_it_is_part_of_the_name() -> None:
    table = one(FORM.format("企业奖补（50万元）", "资金总额 | 300万元 | < | <\n"))
    assert (table.project_name, table.budget.total) == ("企业奖补（50万元）", "3000000")


def test_rows_of_a_list_may_name_projects_so() -> None:
    row = "{} | 产出指标 | 数量指标 | {} | 6台\n"
    rows = (
        f"项目：{name} | < | < | < | <\n{row.format('县医院', name[0])}"
        for name in ("设备（600万元）", "冷链（35万元）")
    )
    found = read("2025年项目绩效目标公开表\n单位名称 | 一级指标 | 二级指标 | 三级指标 | 指标值\n" + "".join(rows))
    assert [(t.project_name, t.budget.total) for t in found.tables] == [("设备", "6000000"), ("冷链", "350000")]
