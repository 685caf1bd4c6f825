"""Weights and scores of several indicators in one cell."""

from schema.catalogue import Code
from schema.diagnostic import Diagnostic
from tests.parsers.layouts.reading_drawings import read

FORM = """
项目支出绩效自评表
项目名称 | 场馆开放 | < | < | < | <
一级指标 | 二级指标 | 三级指标 | 年度指标值 | 分值 | 得分
产出指标 | 数量指标 | 开放天数 | ≥330天 | 20 | 20
^ | ^ | 接待人次 | ≥50万人次 | {weight} | {score}
效益指标 | 社会效益指标 | 参与度 | 提升 | 30 | 30
"""


def shared(weight: str, score: str) -> list[Diagnostic]:
    found = read(FORM.format(weight=weight, score=score))
    return [odd for odd in found.diagnostics if odd.code is Code.SCORE_SHARED]


def test_one_cell_for_two_indicators_is_said_once() -> None:
    told = shared("^", "^")
    assert [dict(odd.args) for odd in told] == [
        {"field": "weight", "text": "20", "count": "2"},
        {"field": "score", "text": "20", "count": "2"},
    ]
    assert [(odd.span.row, odd.span.column) for odd in told if odd.span is not None] == [(3, 5), (3, 6)]


def test_equal_numbers_in_cells_of_their_own_are_none() -> None:
    assert shared("20", "20") == []
    assert [dict(odd.args)["field"] for odd in shared("^", "20")] == ["weight"]
