"""Blocks of funds, whichever way they are printed."""

import pytest

from parsers.layouts.grids.rows import rows_of
from parsers.layouts.grids.uses import Uses
from parsers.layouts.heads.fund_blocks import Block, blocks
from parsers.layouts.heads.head import Head
from parsers.layouts.heads.head_rows import read_head
from parsers.layouts.words.funds import budget, funds
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


MONITORED = """
项目资金（万元） | | 年初预算数 | 1—7月执行数 | 1—7月执行率 | 全年预计执行数 | 备注
^ | 年度资金总额 | 100 | 60 | 60% | 95 |
^ | 其中：本年财政拨款 | 80 | 50 | 62.5% | 80 |
"""
NO_PARTS = """
项目资金 | 预算数（万元） | 执行数（万元） | 执行率
^ | 100 | 90 | 90%
"""
TWO_ROWS = """
项目资金（万元） | 年初预算数 | < | 全年执行数 | < | 执行率 | 得分
^ | 财政拨款 | 其他资金 | 财政拨款 | 其他资金 | ^ | ^
^ | 80 | 20 | 70 | 20 | 90% | 9
"""
PARTS_ACROSS = """
项目资金（万元） | | 合计 | 财政拨款 | 其他资金 | 执行率
^ | 年初预算数 | 100 | 80 | 20 |
^ | 调整后预算数 | 120 | 100 | 20 |
^ | 全年执行数 | 110 | 90 | 20 | 91.7%
"""


MONTHS = (
    "initial total 100; executed total 60; expected total 95; initial fiscal 80; executed fiscal 50; expected fiscal 80"
)
ACROSS = (
    "initial total 100; initial fiscal 80; initial other 20; adjusted total 120; adjusted fiscal 100; "
    "adjusted other 20; executed total 110; executed fiscal 90; executed other 20"
)


@pytest.mark.parametrize(
    ("drawing", "told"),
    [
        (MONITORED, MONTHS),
        (NO_PARTS, "budget total 100; executed total 90"),
        (TWO_ROWS, "initial fiscal 80; initial other 20; executed fiscal 70; executed other 20"),
        (PARTS_ACROSS, ACROSS),
    ],
    ids=["months", "no parts", "two rows of labels", "parts across"],
)
def test_every_amount_has_its_stage_and_its_part(drawing: str, told: str) -> None:
    head, uses = _head(drawing)
    assert "; ".join(f"{a.role} {a.part} {a.text}" for a in head.amounts) == told
    assert len(uses.noted) == sum(len(row.slots) for row in rows_of(document(drawing).grids[0]))
