"""Which cell of a row is which."""

import pytest

from parsers.layouts.grids.rows import rows_of
from parsers.layouts.indicators.grid_header import read_columns
from parsers.layouts.indicators.placement import Placed, place
from tests.drawing import document

HEADER = "绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值"


def _placed(row: str) -> Placed:
    header, placed = rows_of(document(f"{HEADER}\n{row}").grids[0])
    columns = read_columns(header)
    assert columns is not None
    return place(placed, columns)


@pytest.mark.parametrize(
    ("row", "roles"),
    [
        (
            "绩效指标 | 产出指标 | 数量指标 | 报告 | 2份",
            {"level1": "产出指标", "level2": "数量指标", "name": "报告", "value": "2份"},
        ),
        (" | | | 论坛 | 3场", {"name": "论坛", "value": "3场"}),
        (" | | 安全指标 | 事故 | 0起", {"level2": "安全指标", "name": "事故", "value": "0起"}),
        (
            " | 成本指标 | 经济成本指标 | 造价 | ≤9元",
            {"level1": "成本指标", "level2": "经济成本指标", "name": "造价", "value": "≤9元"},
        ),
        (" | | | 经济成本指标 | ≤9元", {"name": "经济成本指标", "value": "≤9元"}),
    ],
)
def test_a_row_that_conforms_is_read_by_column(row: str, roles: dict[str, str]) -> None:
    placed = _placed(row)
    assert {role: slot.text for role, slot in placed.slots.items()} == roles
    assert not placed.moved


@pytest.mark.parametrize(
    ("row", "roles"),
    [
        (" | | 培训数量要求 | 至少2场次 |", {"name": "培训数量要求", "value": "至少2场次"}),
        (" | 成本指标 | 造价 | ≤9元 |", {"level2": "成本指标", "name": "造价", "value": "≤9元"}),
        (" | 数量指标 | 报告 | 2份 |", {"level2": "数量指标", "name": "报告", "value": "2份"}),
        ("可持续影响指标 | | 机制 | 健全 |", {"level2": "可持续影响指标", "name": "机制", "value": "健全"}),
        (
            "服务对象满意度指标 | 学生满意度 | ≥90% | |",
            {"level2": "服务对象满意度指标", "name": "学生满意度", "value": "≥90%"},
        ),
        (
            "产出指标 | 数量指标 | 报告 | 2份 |",
            {"level1": "产出指标", "level2": "数量指标", "name": "报告", "value": "2份"},
        ),
        (" | | | 生态效益指标 | 绿化面积", {"level2": "生态效益指标", "name": "绿化面积"}),
        (" | | | 生态效益指标 | 指标7：....", {"level2": "生态效益指标", "name": "指标7：...."}),
    ],
)
def test_a_row_that_shifted_is_put_back(row: str, roles: dict[str, str]) -> None:
    placed = _placed(row)
    assert {role: slot.text for role, slot in placed.slots.items()} == roles
    assert placed.moved


@pytest.mark.parametrize(
    ("row", "roles"),
    [
        (
            " | 效益指标 | 社会效益 | 提升 |",
            {"level1": "效益指标", "level2": "社会效益", "name": "社会效益", "value": "提升"},
        ),
        (" | 满意度指标 | 满意度 | ≥90% |", {"level2": "满意度指标", "name": "满意度", "value": "≥90%"}),
        (" | 产出指标 | 数量指标 | 培训人数 |", {"level1": "产出指标", "level2": "数量指标", "name": "培训人数"}),
    ],
)
def test_the_last_cell_of_a_row_one_cell_short_is_its_value(row: str, roles: dict[str, str]) -> None:
    assert {role: slot.text for role, slot in _placed(row).slots.items()} == roles


def test_a_description_that_is_nothing_but_a_value_is_the_value_of_a_row_that_has_none() -> None:
    header, row = rows_of(
        document("二级指标 | 三级指标 | 指标解释 | 指标值\n社会效益指标 | 教育质量 | 有效提升 |").grids[0]
    )
    columns = read_columns(header)
    assert columns is not None
    assert place(row, columns).slots["value"].text == "有效提升"


def test_what_fits_nowhere_is_left_over() -> None:
    assert [slot.text for slot in _placed(" | | | 论坛 | 3场 | 另见附件").unplaced] == ["另见附件"]


@pytest.mark.parametrize("name", ["完成期限", "按时完成", "验收合格", "有效提升", "项目完成时间"])
def test_a_name_that_reads_like_words_of_a_value_stays_the_name_of_a_row_without_a_value(name: str) -> None:
    placed = _placed(f" | | 时效指标 | {name} |")
    assert {role: slot.text for role, slot in placed.slots.items()} == {"level2": "时效指标", "name": name}
    assert not placed.moved


@pytest.mark.parametrize(
    ("row", "roles"),
    [
        (" | | | 质量指标 | 合格率 | ≥90%", {"level2": "质量指标", "name": "合格率", "value": "≥90%"}),
        (
            " | 效益指标 | | 社会效益指标 | 影响 | 提升",
            {"level1": "效益指标", "level2": "社会效益指标", "name": "影响", "value": "提升"},
        ),
        (" | 丁数量 | 3个 | |", {"name": "丁数量", "value": "3个"}),
    ],
)
def test_a_row_shifted_to_the_right_or_without_its_levels_is_put_back(row: str, roles: dict[str, str]) -> None:
    assert {role: slot.text for role, slot in _placed(row).slots.items()} == roles


def test_a_value_is_never_a_level() -> None:
    placed = _placed("丁数量 | 3个 | | |")
    assert not {"level1", "level2"} & placed.slots.keys()
