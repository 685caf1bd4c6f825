"""A score beside the money in the head."""

import pytest

from tests.parsers.layouts.reading_drawings import one

DRAWN = """
项目支出绩效自评表
项目名称 | 送戏下乡 | < | < | < | <
预算数（万元） | 60 | 执行数（万元） | 58.8 | {} | {}
一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 得分
产出指标 | 数量指标 | 演出场次 | ≥120场 | 120场 | 50
效益指标 | 社会效益指标 | 观众人次 | ≥5万人次 | 5.2万人次 | 38
"""


@pytest.mark.parametrize(
    ("label", "text", "score"),
    [
        ("得分", "98", "98"),
        ("得分", "88", "88"),
        ("得分", "9.8", None),
        ("自评总分", "98", "98"),
        ("备注", "98", None),
    ],
)
def test_a_score_that_is_no_less_than_all_others_together_is_the_form_s(
    label: str, text: str, score: str | None
) -> None:
    assert one(DRAWN.format(label, text)).score == score
