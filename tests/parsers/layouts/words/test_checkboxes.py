"""Boxes beside options."""

import pytest

from parsers.layouts.words.checkboxes import side, ticked
from schema.catalogue import Code
from tests.parsers.layouts.reading_drawings import read

FORM = """
项目绩效目标表
项目名称 | 甲 | 项目属性 | {attribute}
项目类别 | {category}
一级指标 | 二级指标 | 三级指标 | 指标值
产出指标 | 数量指标 | 报告 | 2份
"""


@pytest.mark.parametrize(
    ("text", "chosen"),
    [
        ("新增项目□ 延续项目√", ("延续项目",)),
        ("新增项目□延续项目☑", ("延续项目",)),
        ("□新增项目 ■延续项目", ("延续项目",)),
        ("1.一次性项目（ ） 2.经常性项目（√）", ("经常性项目",)),
        ("延续项目√", ("延续项目",)),
        ("√是 √否", ("是", "否")),
        ("( )是 (√)否", ("否",)),
    ],
)
def test_a_mark_belongs_to_the_option_on_its_side(text: str, chosen: tuple[str, ...]) -> None:
    marks = side([text])
    assert marks is not None
    assert ticked(text, marks) == chosen


def test_what_is_ticked_stands_beside_what_was_written() -> None:
    found = read(FORM.format(attribute="新增项目□ 延续项目√", category="部门预算项目√ 其他□"))
    assert [(f.label, f.text) for f in found.tables[0].fields][1:] == [
        ("项目属性", "新增项目□ 延续项目√"),
        ("项目属性", "延续项目"),
        ("项目类别", "部门预算项目√ 其他□"),
        ("项目类别", "部门预算项目"),
    ]


def test_a_text_that_can_be_read_both_ways_is_told_by_the_others_of_its_form() -> None:
    found = read(FORM.format(attribute="□新增 √延续 □", category="☑部门预算项目 □其他"))
    assert ("项目属性", "延续") in [(f.label, f.text) for f in found.tables[0].fields]


def test_options_in_cells_of_their_own_belong_to_their_label() -> None:
    found = read(FORM.format(attribute="新增项目□ | 延续项目√", category="部门预算项目√"))
    assert [f.text for f in found.tables[0].fields if f.label == "项目属性"] == ["新增项目□", "延续项目√", "延续项目"]
    assert found.cells.reported == 0


def test_boxes_that_cannot_be_told_are_said() -> None:
    found = read(FORM.format(attribute="□新增 延续√", category="其他"))
    assert Code.CHECKBOX_UNCLEAR in [d.code for d in found.diagnostics]
