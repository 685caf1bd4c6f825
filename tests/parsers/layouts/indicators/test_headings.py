"""Headers of several rows, and the words that stand over their columns."""

import pytest

from parsers.layouts.grids.rows import rows_of
from parsers.layouts.indicators.headings import bands, is_header_word
from tests.drawing import document


def lowest(drawing: str) -> list[list[tuple[str, str | None]]]:
    """The lowest label over each column and its role, for each band that begins with the first row."""
    rows = rows_of(document(drawing).grids[0])
    return [[(heading.label, heading.role) for heading in band.headings] for band in bands(rows, 0)]


def test_labels_below_a_gathering_one_are_the_header() -> None:
    assert lowest("绩效指标 | < | < | 指标值\n一级指标 | 二级指标 | 三级指标 | ^\n产出指标 | 数量指标 | 报告 | 2份")[
        -1
    ] == [
        ("一级指标", "level1"),
        ("二级指标", "level2"),
        ("三级指标", "name"),
        ("指标值", "value"),
    ]


def test_a_label_that_is_not_merged_reaches_to_the_next_one() -> None:
    assert lowest("三级指标 | 指标值 | | | 备注\n | 符号 | 数值 | 单位 |\n报告 | ≥ | 2 | 份 |")[-1] == [
        ("三级指标", "name"),
        ("符号", "operator"),
        ("数值", "value"),
        ("单位", "unit"),
        ("备注", "remark"),
    ]


def test_what_divides_a_column_takes_its_meaning() -> None:
    heads = "三级指标 | 指标值 | 偏差原因分析 | <\n^ | ^ | 经费保障 | 其他\n报告 | 2份 | √ |"
    assert lowest(heads)[-1][2:] == [("经费保障", "deviation"), ("其他", "deviation")]
    heads = "三级指标 | 指标值 | <\n^ | 城厢镇 | 参内镇\n报告 | 2份 | 3份"
    assert lowest(heads)[-1][1:] == [("城厢镇", "value"), ("参内镇", "value")]


@pytest.mark.parametrize(
    "rows",
    [
        "一级指标 | 二级指标 | 三级指标 | 指标值\n产出指标 | 数量指标 | 报告 | 2份",
        "三级指标 | 指标值\n培训效果 | 优",
        "三级指标 | 指标值 | <\n培训人数 | ≥ | 100人",
        "一级指标 | 二级指标 | 三级指标 | 实施期指标值\n一级指标 | 二级指标 | 三级指标 | 年度指标值",
    ],
)
def test_rows_of_indicators_and_the_next_header_are_no_part_of_a_header(rows: str) -> None:
    assert len(lowest(rows)) == 1


def test_a_row_that_names_a_level_begins_no_header() -> None:
    assert lowest("产出指标 | 三级指标 | 指标值") == []


def test_words_over_columns() -> None:
    assert [is_header_word(text) for text in ("指标值", "优", "上半年", "调整后", "项目名称", "≥90%")] == [
        True, True, True, True, False, False,
    ]  # fmt: skip


def test_a_standard_over_the_value_itself_is_the_value_unless_another_column_has_it() -> None:
    heads = "指标名称 | 绩效标准 | < | < | 权重\n^ | 符号 | 值 | 单位 | ^\n报告 | = | 3 | 份 | 30"
    assert lowest(heads)[-1] == [
        ("指标名称", "name"),
        ("符号", "operator"),
        ("值", "value"),
        ("单位", "unit"),
        ("权重", "weight"),
    ]
    beside = heads.replace("权重", "指标值")
    assert [role for _, role in lowest(beside)[-1]] == ["name", "standard", "standard", "standard", "value"]
