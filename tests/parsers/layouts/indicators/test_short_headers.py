"""Headers that are shorter than the rows below them."""

import pytest

from schema.catalogue import Code
from tests.parsers.layouts.reading_drawings import read


def _is_said(drawing: str) -> bool:
    return Code.HEADER_SHORT in {diagnostic.code for diagnostic in read(drawing).diagnostics}


@pytest.mark.parametrize(("label", "said"), [("近两年指标值", True), ("前年 | 上年", False)])
def test_rows_that_go_on_right_of_the_header_are_told(label: str, said: bool) -> None:
    assert said is _is_said(
        f"2024年项目支出绩效目标表\n项目名称 | 安全生产\n一级指标 | 二级指标 | 三级指标 | {label} | 指标值\n"
        "产出指标 | 数量指标 | 巡查次数 | 90次 | 100次 | ≥120次\n产出指标 | 质量指标 | 整改率 | 92% | 93% | ≥95%"
    )


@pytest.mark.parametrize(
    ("levels", "said"),
    [
        ("数量指标 | 质量指标 | 满意度指标 | ", True),
        ("数量指标 | < | 质量指标 | 满意度指标", False),
        ("数量指标 | | 质量指标 | 满意度指标", False),
    ],
)
def test_levels_that_are_fewer_than_the_names_below_them_are_told(levels: str, said: bool) -> None:
    assert said is _is_said(
        f"2024年专项转移支付分市县区域绩效目标表\n市县 | 资金额度 | {levels}\n | | 补贴面积（万亩） | 冷藏设施（座） | 补贴准确率 | 农户满意度\n"
        "长治市 | 12000 | 380 | 25 | 100% | ≥90%\n晋城市 | 8600 | 260 | 18 | 100% | ≥90%"
    )
