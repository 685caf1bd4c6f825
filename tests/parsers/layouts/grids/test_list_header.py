"""Headers of several rows as one."""

import pytest

from parsers.layouts.grids.list_header import Header, numbers_columns, read_header
from parsers.layouts.grids.rows import rows_of
from tests.drawing import document


def header(drawing: str) -> Header:
    return read_header(rows_of(document(drawing).grids[0]), 0)


def leaves(drawing: str) -> list[str]:
    return [slot.text for slot in header(drawing).leaves]


def test_the_lowest_label_of_each_column_counts() -> None:
    merged = (
        "项目名称 | 预算数 | 绩效指标 | < | <\n^ | ^ | 一级指标 | 三级指标 | 指标值\n甲 | 3 | 产出指标 | 会议 | 1次"
    )
    for drawing in (merged, merged.replace("^", "").replace("<", "")):
        assert leaves(drawing) == ["项目名称", "预算数", "一级指标", "三级指标", "指标值"]
        assert header(drawing).end == 2
        assert [[band.text for band in bands] for bands in header(drawing).above.values()] == [
            [],
            [],
            ["绩效指标"],
            ["绩效指标"],
            ["绩效指标"],
        ]


def test_several_levels_side_by_side_head_columns_of_prose() -> None:
    assert leaves("项目名称 | 绩效指标 | <\n^ | 产出指标 | 效益指标\n甲 | 会议1次 | 有效") == [
        "项目名称",
        "产出指标",
        "效益指标",
    ]


@pytest.mark.parametrize(
    "row", ["产出指标 | 数量指标 | 报告 | 2份", "产出指标 | 数量指标 | | ", "一级指标 | 二级指标 | 三级指标 | 指标值"]
)
def test_levels_in_their_columns_and_a_header_printed_again_are_not_part_of_it(row: str) -> None:
    assert header(f"一级指标 | 二级指标 | 三级指标 | 指标值\n{row}").end == 1


def test_a_row_that_numbers_the_columns() -> None:
    def numbers(drawing: str) -> bool:
        return numbers_columns(rows_of(document(drawing).grids[0])[0])

    assert numbers("栏次 | 1 | 2 | 3")
    assert numbers("（1） | （2） | （3）")
    assert not numbers("1 | 3 | 7")
    assert not numbers("1 | 甲局 | 2")


def test_levels_of_government_below_a_label_of_money_are_their_funds() -> None:
    assert leaves("项目名称 | 资金总额 | 其中： | < | <\n^ | ^ | 中央 | 省级 | 自筹\n甲 | 3 | 1 | 1 | 1") == [
        "项目名称",
        "资金总额",
        "中央资金",
        "省级资金",
        "自筹",
    ]


def test_words_nobody_listed_are_labels_where_they_stand_among_labels_below_a_band() -> None:
    drawn = "项目名称 | 分类情况 | < | 绩效指标 | < | <\n^ | 常规性 | 创新性 | 一级指标 | 三级指标 | 指标值\n甲 | 是 | 否 | 产出指标 | 会议 | 1次"
    assert leaves(drawn) == ["项目名称", "常规性", "创新性", "一级指标", "三级指标", "指标值"]
    assert header(drawn).end == 2
