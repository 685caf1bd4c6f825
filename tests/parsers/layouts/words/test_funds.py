"""The money of a table."""

import pytest

from parsers.layouts.grids.rows import rows_of
from parsers.layouts.grids.uses import Uses
from parsers.layouts.heads.head import Head
from parsers.layouts.heads.head_rows import read_head
from parsers.layouts.words.funds import budget, funds, of_the_year
from schema.catalogue import Code
from tests.drawing import document
from tests.parsers.layouts.reading_drawings import read


def _head(drawing: str) -> tuple[Head, Uses]:
    head, uses = Head(), Uses()
    read_head(rows_of(document(drawing).grids[0]), head, uses)
    return head, uses


def test_the_unit_of_a_label_holds_for_the_parts_below_it() -> None:
    head, _ = _head("项目资金（元） | 年度资金总额 | 300\n^ | 其中：财政拨款 | 200")
    assert budget(head.amounts, None)[0].model_dump() == {"total": "300", "fiscal": "200", "other": None}
    assert not funds(head.amounts, None)[1]


def test_parts_belong_to_the_total_they_stand_below() -> None:
    head, _ = _head(
        """
        项目资金（万元） | 中期资金总额： | 300 | 年度资金总额： | 100
        ^ | 其中：财政拨款 | 290 | 其中：财政拨款 | 90
        ^ | 其他资金 | 10 | 其他资金 | 10
        """
    )
    assert budget(head.amounts, None)[0].model_dump() == {"total": "1000000", "fiscal": "900000", "other": "100000"}
    assert [(fund.role, fund.amount) for fund in funds(head.amounts, None)[0]][::2] == [
        ("mid_term", "3000000"),
        ("mid_term", "2900000"),
        ("mid_term", "100000"),
    ]


def test_several_amounts_of_a_part_are_added_where_that_makes_the_total() -> None:
    head, _ = _head("资金总额 | 1300 | 财政拨款 | 1065.5\n上年结转资金 | 200 | 其他资金 | 34.5")
    found, odd = budget(head.amounts, "元")
    assert (found.model_dump(), odd) == ({"total": "1300", "fiscal": "1065.5", "other": "234.5"}, ())


def test_a_part_that_contains_the_others_is_not_added_to_them() -> None:
    head, _ = _head("资金总额 | 100 | 财政拨款 | 100\n中央补助 | 60 | 省级资金 | 40")
    assert budget(head.amounts, "元")[0].fiscal == "100"


def test_parts_that_come_to_no_total_are_left_open_and_said() -> None:
    head, _ = _head("资金总额 | 100 | 中央补助 | 60\n省级资金 | 30 | 其他资金 | 5")
    found, odd = budget(head.amounts, "元")
    assert (found.fiscal, found.other) == (None, "5")
    assert [diagnostic.args["part"] for diagnostic in odd] == ["fiscal"]


def test_the_parts_of_a_row_are_at_the_stage_of_its_total() -> None:
    head, _ = _head(
        """
        项目资金（万元） | 预算数： | 100 | 其中：财政拨款 | 80 | 其他资金 | 20
        ^ | 执行数： | 90 | 其中：财政拨款 | 75 | 其他资金 | 15
        """
    )
    assert [(a.role, a.part, a.text) for a in head.amounts] == [
        ("budget", "total", "100"),
        ("budget", "fiscal", "80"),
        ("budget", "other", "20"),
        ("executed", "total", "90"),
        ("executed", "fiscal", "75"),
        ("executed", "other", "15"),
    ]


def test_a_label_that_reaches_down_tells_the_stage_of_the_amounts_beside_it() -> None:
    head, _ = _head("年初预算数 | 资金总额 | 100\n^ | 财政拨款 | 80\n全年执行数 | 资金总额 | 90\n^ | 财政拨款 | 75")
    assert [a.role for a in head.amounts] == ["initial", "initial", "executed", "executed"]


def test_a_total_beside_the_year_s_is_that_of_the_whole_project() -> None:
    head, _ = _head("项目总预算（万元） | 300 | 其中：2024年预算（万元） | 100")
    amounts = of_the_year(head.amounts, None, 2024)
    assert budget(amounts, None)[0].total == "1000000"
    assert [(fund.role, fund.amount) for fund in funds(amounts, None)[0]] == [
        ("mid_term", "3000000"),
        ("budget", "1000000"),
    ]


@pytest.mark.parametrize(("year", "total"), [(2024, "300000"), (2025, "450000"), (2026, "300000"), (None, "300000")])
def test_amounts_of_other_years_are_not_the_year_s_where_that_is_stated(year: int | None, total: str) -> None:
    head, _ = _head("2024年预算（万元） | 30 | 2025年预算（万元） | 45")
    assert budget(of_the_year(head.amounts, None, year), None)[0].total == total


def test_a_rough_amount_is_read_and_said() -> None:
    head, _ = _head("年度资金总额 | 约100万元")
    stated, odd = funds(head.amounts, "元")
    assert [(fund.amount, fund.stated) for fund in stated] == [("1000000", "约100万元")]
    assert [diagnostic.code for diagnostic in odd] == [Code.AMOUNT_ROUGH]


def test_the_parts_an_amount_tells_in_brackets_are_parts() -> None:
    head, _ = _head("年度资金总额（万元） | 100（其中：财政拨款80，其他资金20）")
    found, odd = budget(head.amounts, None)
    assert (found.model_dump(), odd) == ({"total": "1000000", "fiscal": "800000", "other": "200000"}, ())


@pytest.mark.parametrize("label", ["代建服务费（万元）", "农户折资（元）", "年租金收入（万元）"])
def test_money_that_is_no_fund_is_told(label: str) -> None:
    head, _ = _head(f"项目名称 | 甲\n项目资金 | 100\n{label} | 12.5 | 项目编号 | 1")
    assert [amount.text for amount in head.amounts] == ["100"]
    assert [(d.code, d.args["label"]) for d in head.diagnostics] == [(Code.AMOUNT_UNFILED, label)]


def test_words_and_numbers_of_something_else_are_no_money() -> None:
    head, _ = _head("项目名称 | 甲\n资金用途 | 12\n单位编码 | 3001\n执行率 | 98\n在职人数 | 25")
    assert not head.diagnostics


def test_what_is_asked_for_now_is_the_year_s_and_what_came_earlier_is_not() -> None:
    head, _ = _head("资金总额（万元） | 300 | 以前年度已安排（万元） | 265\n本年度申请（万元） | 35 | 以后年度 | 0")
    amounts = of_the_year(head.amounts, None, 2025)
    assert budget(amounts, None)[0].total == "350000"
    assert [amount.role for amount in amounts] == ["mid_term", "other", "budget", "other"]
    head, _ = _head("项目总投资（万元） | 1000 | 本次申请资金（万元） | 200")
    assert budget(of_the_year(head.amounts, None, 2025), None)[0].total == "2000000"


@pytest.mark.parametrize("label", ["年度执行（万元）", "年度支出", "实际使用资金", "实际完成支出"])
def test_what_was_spent_under_other_words(label: str) -> None:
    head, _ = _head(f"全年预算数（万元） | 1300 | {label} | 1260")
    assert [amount.role for amount in head.amounts] == ["budget", "executed"]


@pytest.mark.parametrize("whole", ["项目总投资", "项目总预算", "概算总投资"])
@pytest.mark.parametrize(
    "label", ["本年度申请", "本年申请资金", "本次申请资金", "本次下达资金", "本年计划投资", "当年投资"]
)
def test_what_is_applied_for_this_time_is_the_money_of_the_year(label: str, whole: str) -> None:
    (table,) = read(
        f"2024年项目支出绩效目标表\n项目名称 | 河道保洁 | < | <\n{whole}（万元） | 1000 | {label}（万元） | 368.5\n"
        "一级指标 | 二级指标 | 三级指标 | 指标值\n产出指标 | 数量指标 | 保洁河道 | 8条"
    ).tables
    assert table.budget.total == "3685000"
    assert [fund.role for fund in table.funds] == ["mid_term", "budget"]
