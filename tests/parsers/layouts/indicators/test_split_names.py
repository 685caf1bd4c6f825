"""Names told in two columns under one label."""

import pytest

from tests.parsers.layouts.reading_drawings import read

HEAD = "项目支出绩效目标表\n项目名称 | 粮食补贴 | < | < | <\n一级指标 | 二级指标 | 三级指标 | < | 指标值\n"


def _names(rows: str) -> list[tuple[str, str | None]]:
    found = read(HEAD + rows)
    assert found.cells.reported == 0
    return [(i.name, i.stated.value) for i in found.tables[0].indicators]


@pytest.mark.parametrize("merged", [True, False])
def test_what_tells_a_name_apart_stands_behind_it(*, merged: bool) -> None:
    rows = (
        "产出指标 | 数量指标 | 补贴面积 | 玉米 | 100万亩\n^ | ^ | ^ | 大豆 | 60万亩\n"
        "^ | 成本指标 | 补贴标准 | 玉米 | 25元/亩\n^ | ^ | ^ | 大豆 | 350元/亩\n"
        "效益指标 | 经济效益指标 | 农民增收 | < | ≥5%"
    )
    assert _names(rows if merged else rows.replace("^", "")) == [
        ("补贴面积（玉米）", "100万亩"),
        ("补贴面积（大豆）", "60万亩"),
        ("补贴标准（玉米）", "25元/亩"),
        ("补贴标准（大豆）", "350元/亩"),
        ("农民增收", "≥5%"),
    ]


def test_a_name_so_told_stands_in_both_places() -> None:
    found = read(HEAD + "产出指标 | 数量指标 | 补贴面积 | 玉米 | 100万亩\n^ | ^ | ^ | 大豆 | 60万亩")
    _, second = found.tables[0].indicators
    assert [(span.row, span.column) for span in second.spans["name"]] == [(3, 3), (4, 4)]


@pytest.mark.parametrize(
    ("rows", "names"),
    [
        ("产出指标 | 数量指标 | 补贴面积 | 补贴面积 | 5亩", [("补贴面积", "5亩")]),
        ("产出指标 | 数量指标 | 补贴面积 | < | 5亩\n^ | ^ | | 补贴户数 | 5户", [("补贴面积", "5亩"), ("补贴户数", "5户")]),
        ("产出指标 | 数量指标 | 补贴面积 | 玉米 | 5亩\n^ | 质量指标 | | 准确率 | 98%", [("补贴面积（玉米）", "5亩"), ("准确率", "98%")]),
    ],
)  # fmt: skip
def test_other_cells_in_those_columns_are_names_themselves(rows: str, names: list[tuple[str, str]]) -> None:
    assert _names(rows) == names
