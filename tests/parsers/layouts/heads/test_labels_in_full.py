"""Words that go on with the label in front of them."""

import pytest

from parsers.layouts.grids.rows import rows_of
from parsers.layouts.grids.uses import Uses
from parsers.layouts.heads.head import Head
from parsers.layouts.heads.head_rows import read_head
from tests.drawing import document


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("资金（万元） | 预算 | 300 | 支出 | 298", [("budget", "300"), ("executed", "298")]),
        ("资金（万元） | 预算数 | 300 | 执行 | 298", [("budget", "300"), ("executed", "298")]),
        ("部门预算 | 合计 | 5860 | 基本支出 | 1860", [("budget", "5860"), ("other", "1860")]),
        ("项目总投资（万元） | 1000 | 本年申请资金（万元） | 368.5", [("budget", "1000"), ("budget", "368.5")]),
        ("资金总额 | 100 | 项目类别 | 支出", [("budget", "100")]),
    ],
)
def test_what_a_row_of_money_states(row: str, told: list[tuple[str, str]]) -> None:
    head = Head()
    read_head(rows_of(document(row).grids[0]), head, Uses())
    assert [(amount.role, amount.text) for amount in head.amounts] == told


@pytest.mark.parametrize(
    ("row", "name"),
    [
        ("一级项目 | 城市维护 | 二级项目 | 路灯管护", "路灯管护"),
        ("项目名称 | 路灯管护 | 项目级次 | 二级项目", "路灯管护"),
        ("一级项目 | 城市维护 | 项目级次 | 二级项目", None),
    ],
)
def test_the_project_below_another_is_the_one_a_form_is_about(row: str, name: str | None) -> None:
    head = Head()
    read_head(rows_of(document(row).grids[0]), head, Uses())
    told = head.first("project_name")
    assert (told.text if told is not None else None) == name
