"""Documents interpreted: hints, the account of cells, and that no grid is ever too odd."""

from hypothesis import given
from hypothesis import strategies as st

from parsers.layouts import LAYOUTS, Hints, interpret
from parsers.layouts.registry import best_reading
from parsers.layouts.sections import sections
from schema.catalogue import Code
from tests.drawing import document

FORM = """
项目绩效目标表
项目名称 | 甲
一级指标 | 二级指标 | 三级指标 | 指标值
产出指标 | 数量指标 | 报告 | 2份
"""
WORDS = [
    "", "项目名称", "预算数", "40", "绩效指标", "一级指标", "二级指标", "三级指标", "指标值", "产出指标", "数量指标", "成本指标",
    "满意度指标", "服务对象满意度指标", "指标1：", "指标2：报告⏎论坛 3场", "......", "≥90%", "1⏎2", "有效提升", "甲", "年度绩效目标", "联系人",
    "合计", "单位：万元", "610101天津市知识产权局", "甲绩效目标表", "2024", "1、产出指标：会议，年度指标值：1次。",
]  # fmt: skip


def test_what_the_importer_knows_fills_only_what_the_document_leaves_open() -> None:
    hints = Hints(file_name="天津_2022年_绩效.txt", fiscal_year=2021, region="天津")
    (table,) = interpret(document(FORM), hints).tables
    assert (table.fiscal_year, table.region) == (2022, "天津")
    (table,) = interpret(document(FORM.replace("目标表", "目标表（2020年度）")), hints).tables
    assert table.fiscal_year == 2020
    (table,) = interpret(document(FORM), hints.model_copy(update={"file_name": "a.txt"})).tables
    assert table.fiscal_year == 2021


def test_a_file_of_an_archive_gives_the_year_by_its_own_name() -> None:
    blocks = (block.model_copy(update={"member": "2019.zip › 表/2021年甲.docx"}) for block in document(FORM).blocks)
    archive = document(FORM).model_copy(update={"blocks": tuple(blocks)})
    (table,) = interpret(archive, Hints(file_name="2023年全部.zip")).tables
    assert table.fiscal_year == 2021


def test_what_a_file_hides_is_counted_and_left_out() -> None:
    shown = document(FORM)
    grid = shown.grids[0]
    cells = tuple(cell.model_copy(update={"hidden": cell.row == 3}) for cell in grid.cells)
    blocks = (*shown.blocks[:-1], grid.model_copy(update={"cells": cells}))
    found = interpret(shown.model_copy(update={"blocks": blocks}), Hints(file_name="表.xlsx"))
    assert found.tables == ()
    assert found.cells.holds
    assert found.cells.ignored["hidden"] == 4


def test_a_year_from_the_file_name_is_said() -> None:
    found = interpret(document(FORM), Hints(file_name="2022年绩效.txt"))
    assert [diagnostic.code for diagnostic in found.diagnostics] == [Code.YEAR_FROM_FILE_NAME]


def test_the_choice_of_layout_does_not_depend_on_their_order() -> None:
    for section in sections(document(FORM)):
        assert best_reading(section, LAYOUTS).layout == best_reading(section, LAYOUTS[::-1]).layout == "form"


@given(st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=7), max_size=12))
def test_every_cell_of_any_grid_is_accounted_for(rows: list[list[str]]) -> None:
    drawing = "\n".join(" | ".join([*row, ""]) for row in rows)
    found = interpret(document(drawing or "空"), Hints(file_name="a.txt"))
    assert found.cells.holds
    assert all(0 <= table.coverage <= 1 for table in found.tables)
    assert all(indicator.name or indicator.stated.value for table in found.tables for indicator in table.indicators)
