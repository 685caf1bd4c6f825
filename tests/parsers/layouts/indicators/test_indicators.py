"""Rows as indicators: fields and spans."""

from parsers.layouts.grids.rows import rows_of
from parsers.layouts.grids.uses import Uses
from parsers.layouts.indicators.grid_header import read_columns
from parsers.layouts.indicators.indicators import read_indicators
from schema.table import Indicator
from tests.drawing import document


def _indicators(drawing: str) -> tuple[tuple[Indicator, ...], Uses]:
    header, *rows = rows_of(document(drawing).grids[0])
    columns = read_columns(header)
    assert columns is not None
    uses = Uses()
    return read_indicators(rows, columns, uses)[0], uses


def test_every_column_goes_into_its_field_with_its_place() -> None:
    (indicator,), uses = _indicators(
        "序号 | 一级指标 | 二级指标 | 三级指标 | 指标解释 | 年度指标值 | 计量单位 | 实际完成值 | 分值 | 得分 | 偏差原因 | 备注\n"
        "1 | 产出 | 数量 | 指标1：报告 | 调研报告 | 2 | 份 | 3 | 10 | 9.5 | 追加 | 无"
    )
    assert (indicator.name, indicator.stated.name, indicator.description) == ("报告", "指标1：报告", "调研报告")
    assert (indicator.stated.value, indicator.stated.unit, indicator.actual) == ("2", "份", "3")
    assert (indicator.weight, indicator.score, indicator.deviation, indicator.remark) == ("10", "9.5", "追加", "无")
    assert (indicator.level1, indicator.stated.level1) == ("产出指标", "产出")
    assert {name: span.column for name, (span,) in indicator.spans.items()} == {
        "level1": 2, "level2": 3, "name": 4, "description": 5, "value": 6, "unit": 7, "actual": 8, "weight": 9, "score": 10,
        "deviation": 11, "remark": 12,
    }  # fmt: skip
    assert uses.used == 11
    assert uses.noted[("table 1", 2, 1)] == "serial"


def test_a_value_merged_over_two_rows_belongs_to_both() -> None:
    indicators, _ = _indicators("三级指标 | 指标值\n男生满意度 | ≥90%\n女生满意度 | ^")
    assert [(i.name, i.stated.value, i.spans["value"][0].row) for i in indicators] == [
        ("男生满意度", "≥90%", 2),
        ("女生满意度", "≥90%", 2),
    ]


def test_levels_over_placeholders_are_named_as_such() -> None:
    _, uses = _indicators("二级指标 | 三级指标 | 指标值\n生态效益指标 | 指标7： |\n | ...... |")
    assert sorted(uses.noted.values()) == ["level-without-indicator", "placeholder", "placeholder"]


def test_a_part_is_tied_to_the_indicator_it_is_a_part_of() -> None:
    (whole, first, second, other), _ = _indicators(
        "三级指标 | 指标值\n养殖数量 | 500只\n其中：羊 | 180只\n其中：牛 | 320只\n报告 | 1份"
    )
    assert (first.parent, second.parent) == (whole.key, whole.key)
    assert (whole.parent, other.parent) == (None, None)


def test_notes_and_totals_are_left_out_by_name() -> None:
    indicators, uses = _indicators("三级指标 | 指标值 | 分值\n报告 | 1份 | 10\n合计 | | 100\n注：本表由单位填报 | |")
    assert [indicator.name for indicator in indicators] == ["报告"]
    assert sorted(use for use in uses.noted.values() if use != "used") == ["note", "total", "total"]


def test_a_label_that_gathers_rows_may_stand_in_a_column_of_periods() -> None:
    (indicator,), uses = _indicators(
        "绩效类型 | 一级指标 | 三级指标 | 指标值\n绩效指标 | 产出指标 | 检验批次 | ≥300批次"
    )
    assert (indicator.name, indicator.period) == ("检验批次", "annual")
    assert uses.noted[("table 1", 2, 1)] == "group-label"


def test_a_row_that_says_there_is_no_indicator_is_left_out_by_name() -> None:
    indicators, uses = _indicators(
        "一级指标 | 二级指标 | 三级指标 | 指标值 | 实际完成值 | 得分\n产出 | 时效指标 | 无 | 无 | 无 | 5\n效益 | 社会效益 | 就业 | 无 | 无 |"
    )
    assert [(i.name, i.stated.value, i.actual) for i in indicators] == [("就业", "无", "无")]
    left = {column: uses.noted.get(("table 1", 2, column)) for column in range(1, 7)}
    assert left == {
        1: "level-without-indicator", 2: "level-without-indicator", 3: "placeholder", 4: "placeholder", 5: "placeholder",
        6: None,
    }  # fmt: skip


def test_a_word_for_sums_names_an_indicator_below_a_level_and_beside_a_target() -> None:
    indicators, uses = _indicators(
        "二级指标 | 三级指标 | 指标值 | 分值\n数量指标 | 巡查 | ≥24次 | 10\n^ | 合计 | ≥35人 | 10\n小计 | | | 20\n总分 | | 100 | 20"
    )
    assert [(i.name, i.stated.value) for i in indicators] == [("巡查", "≥24次"), ("合计", "≥35人")]
    assert list(uses.noted.values()).count("total") == 5


def test_a_part_in_a_value_below_a_name_that_is_merged_down_is_tied_to_it() -> None:
    (whole, part, other), _ = _indicators("三级指标 | 指标值\n巡查次数 | ≥24次\n^ | 其中夜间≥6次\n培训 | 其中两场")
    assert (part.name, part.stated.value, part.parent) == ("其中夜间", "≥6次", whole.key)
    assert (other.name, other.stated.value) == ("培训", "其中两场")
