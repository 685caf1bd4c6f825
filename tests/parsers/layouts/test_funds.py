"""The money of a table."""

from parsers.layouts.funds import Block, blocks, budget, funds
from parsers.layouts.head import Head
from parsers.layouts.head_rows import read_head
from parsers.layouts.rows import rows_of
from parsers.layouts.uses import Uses
from tests.drawing import document

BLOCK = """
项目资金（万元） | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
^ | 年度资金总额 | 100 | 120 | 118.5 | 10 | 98.75% | 9.9
^ | 其中：财政拨款 | 90 | 110 | 110 | — | 100% | —
^ | 其他资金 | | 10 | 8.5 | — | |
"""


def _head(drawing: str) -> tuple[Head, Uses]:
    head, uses = Head(), Uses()
    read_head(rows_of(document(drawing).grids[0]), head, uses)
    return head, uses


def test_the_block_of_a_self_evaluation() -> None:
    head, uses = _head(BLOCK)
    assert budget(head.amounts, None)[0].model_dump() == {"total": "1200000", "fiscal": "1100000", "other": "100000"}
    stated, odd = funds(head.amounts, None)
    assert [(fund.role, fund.label, fund.amount) for fund in stated] == [
        ("initial", "年度资金总额", "1000000"),
        ("budget", "年度资金总额", "1200000"),
        ("executed", "年度资金总额", "1185000"),
        ("initial", "其中：财政拨款", "900000"),
        ("budget", "其中：财政拨款", "1100000"),
        ("executed", "其中：财政拨款", "1100000"),
        ("budget", "其他资金", "100000"),
        ("executed", "其他资金", "85000"),
    ]
    assert not odd
    assert ("年度资金总额 执行率", "98.75%") in [(field.label, field.text) for field in head.fields]
    assert len(uses.noted) == 25


def test_amounts_without_a_block_stay_single() -> None:
    rows = rows_of(document("预算数 | 40 | 其他资金 | 2\n年初预算数 | 30").grids[0])
    assert not any(isinstance(found, Block) for found in blocks(rows))
    head, _ = _head("预算数 | 40 | 其他资金 | 2\n年初预算数 | 30")
    assert [(amount.role, amount.part) for amount in head.amounts] == [
        ("budget", "total"),
        ("budget", "other"),
        ("initial", "total"),
    ]


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
