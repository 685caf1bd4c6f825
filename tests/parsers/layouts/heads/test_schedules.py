"""The plan how the money is spent over the year."""

import pytest

from tests.parsers.layouts.reading_drawings import read

FORM = "项目绩效目标表\n项目名称 | 社区矫正 | < | < | <\n{}\n一级指标 | 二级指标 | 三级指标 | 指标值 | 备注\n产出指标 | 数量指标 | 人数 | ≥9人 |"


@pytest.mark.parametrize(
    ("label", "times"),
    [
        ("资金支出计划（%）", ("3月底", "6月底", "10月底", "12月底")),
        ("资金使用计划", ("第一季度", "第二季度", "第三季度", "第四季度")),
    ],
)
@pytest.mark.parametrize("left", ["^", ""], ids=["merged", "without merges"])
def test_shares_below_times_are_fields_with_both_labels(label: str, times: tuple[str, ...], left: str) -> None:
    found = read(FORM.format(f"{label} | {' | '.join(times)}\n{left} | 25.00% | 50% | 80% | 100%"))
    fields = {field.label: field.text for field in found.tables[0].fields}
    assert fields[f"{label} {times[0]}"] == "25.00%"
    assert fields[f"{label} {times[3]}"] == "100%"
    assert not found.cells.reported


def test_words_below_times_are_no_shares() -> None:
    found = read(FORM.format("资金支出计划 | 3月底 | 6月底 | 10月底 | 12月底\n^ | 支付首款 | 验收 | 支付尾款 | 完成"))
    assert found.cells.reported
