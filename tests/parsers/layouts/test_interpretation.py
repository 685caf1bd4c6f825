"""Documents interpreted: hints, the account of cells, and that no grid is ever too odd."""

from collections.abc import Callable
from sys import setprofile

import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st

from normalize.values import forget
from parsers.layouts import LAYOUTS, Hints, interpret
from parsers.layouts.registry import Layout, best_reading
from parsers.layouts.sections.sections import sections
from schema.catalogue import Code
from schema.document import Document, Text
from tests.drawing import document
from tests.parsers.layouts.test_published_lists import LISTS

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
    "单位", "单位名称", "序号", "计量单位", "指标性质", "指标值类型", "权重", "得分", "实际完成值", "评分标准", "备注", "优", "地区", "某县林业局", "^", "<",
    "【数量指标】指标1:车(≥7台)", "指标内容", "绩效指标体系", "中期指标值", "全年执行数", "资金总额", "1", "2", "3", "/",
]  # fmt: skip


DRAWINGS = [FORM, *(listed["drawing"] for listed in LISTS)]


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
    cells = tuple(cell._replace(hidden=cell.row == 3) for cell in grid.cells)
    blocks = (*shown.blocks[:-1], grid.model_copy(update={"cells": cells}))
    found = interpret(shown.model_copy(update={"blocks": blocks}), Hints(file_name="表.xlsx"))
    assert found.tables == ()
    assert found.cells.holds
    assert found.cells.ignored["hidden"] == 4


def test_a_year_from_the_file_name_is_said() -> None:
    found = interpret(document(FORM), Hints(file_name="2022年绩效.txt"))
    assert [diagnostic.code for diagnostic in found.diagnostics] == [Code.YEAR_FROM_FILE_NAME]


@given(st.permutations(LAYOUTS), st.sampled_from(DRAWINGS))
@settings(deadline=None)
def test_the_choice_of_layout_does_not_depend_on_their_order(layouts: list[Layout], drawing: str) -> None:
    for section in sections(document(drawing)):
        assert best_reading(section, tuple(layouts)) == best_reading(section)


@pytest.mark.parametrize(
    "drawing",
    [
        "项目名称 |",
        "三级指标 | 指标值 | " * 40,
        "指标值 |\n" * 40,
        "项目绩效目标表 | <\n^ | ^\n^ | ^",
        "项目绩效目标表\n单位名称 | 项目名称 | 一级指标 | 三级指标 | 指标值",
        "项目绩效目标表\n项目名称 | 三级指标 | 指标值\n三级指标 | 指标值 | 项目名称\n甲 | 乙 | ≥1个",
        "项目绩效目标表\n甲 | 乙\n丙 | 丁 | 戊\n项目名称 | 三级指标 | 指标值\n修路 | 里程 | ≥1公里\n架桥 | 座数 | ≥1座",
        "项目绩效目标表\n绩效指标 | < | 项目名称\n三级指标 | 指标值 | ^\n里程 | ≥1公里 | 修路",
    ],
    ids=["1×1", "1×N", "N×1", "merged", "header only", "headers that contradict", "header in the middle", "two rows"],
)
def test_a_grid_of_an_odd_shape_is_read_or_said_to_be_odd(drawing: str) -> None:
    found = interpret(document(drawing), Hints(file_name="a.txt"))
    assert found.cells.holds
    assert found.tables or found.cells.ignored or found.diagnostics
    assert all(odd.span is not None for odd in found.diagnostics if odd.code is Code.UNUSED_CELL)


def test_a_header_in_the_middle_and_one_in_two_rows_are_found() -> None:
    rows = "项目名称 | 三级指标 | 指标值\n修路 | 里程 | ≥1公里\n架桥 | 座数 | ≥1座"
    found = interpret(document(f"绩效目标表\n甲 | 乙\n丙 | 丁 | 戊\n{rows}"), Hints(file_name="a.txt"))
    assert [(table.project_name, table.layout) for table in found.tables] == [
        ("修路", "long_list"),
        ("架桥", "long_list"),
    ]
    assert found.cells.reported == 5


def _rows(count: int) -> str:
    head = "项目绩效目标表\n单位名称 | 项目名称 | 一级指标 | 二级指标 | 三级指标 | 指标值\n"
    rows = (f"某局 | 项目{number // 4} | 产出指标 | 数量指标 | 指标{number}甲 | ≥{number}个" for number in range(count))
    return head + "\n".join(rows)


def _columns(count: int) -> str:
    levels, names = " | 产出指标" * count, "".join(f" | 甲{number}" for number in range(count))
    return f"绩效目标表\n一级指标{levels}\n三级指标{names}\n指标值{' | ≥1个' * count}"


@pytest.mark.parametrize("drawn", [_rows, _columns], ids=["rows", "columns"])
def test_the_work_grows_as_the_grid_does(drawn: Callable[[int], str]) -> None:
    def work(count: int) -> int:
        shown = document(drawn(count))
        calls = 0

        def counted(_frame: object, event: str, _arg: object) -> None:
            nonlocal calls
            calls += event == "call"

        forget()
        setprofile(counted)
        try:
            found = interpret(shown, Hints(file_name="a.txt"))
        finally:
            setprofile(None)
        assert found.cells.reported == 0
        return calls

    assert work(600) < 2.5 * work(300)


def test_five_thousand_columns_and_a_label_over_each() -> None:
    for drawing in (_columns(5_000), "项目名称 | 三级指标 | 指标值 | " * 1_700):
        assert interpret(document(drawing), Hints(file_name="a.txt")).cells.holds


@given(st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=9), max_size=12))
def test_every_cell_of_any_grid_is_accounted_for(rows: list[list[str]]) -> None:
    drawing = "\n".join(" | ".join([*row, ""]) for row in rows)
    try:
        drawn = document(drawing or "空")
    except ValueError:  # merges that cross each other are no drawing
        reject()
    found = interpret(drawn, Hints(file_name="a.txt"))
    assert found.cells.holds
    assert all(0 <= table.coverage <= 1 for table in found.tables)
    assert all(indicator.name or indicator.stated.value for table in found.tables for indicator in table.indicators)


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        ("一级指标,二级指标,三级指标,指标值,完成值", ["table-without-columns"]),
        ("一级指标      二级指标    三级指标        指标值", ["table-without-columns"]),
        ("一级指标\n二级指标\n三级指标\n指标值\n产出指标\n数量指标\n巡查次数", ["table-without-columns"]),
        ("一级指标\n产出指标\n三级指标\n巡查次数\n指标值\n24次", []),
        ("绩效目标分为一级指标、二级指标和三级指标。", []),
        ("一级指标  二级指标", []),
    ],
)
def test_a_header_in_a_line_of_text_is_said_where_nothing_is_read(line: str, codes: list[str]) -> None:
    lines = ("2024年度项目支出绩效目标表", *line.split("\n"))
    blocks = tuple(Text(place=f"line {number}", text=text) for number, text in enumerate(lines, start=1))
    found = interpret(Document(source="text", blocks=blocks), Hints(file_name="a.txt"))
    assert [str(diagnostic.code) for diagnostic in found.diagnostics] == codes


TOLD = "项目绩效目标\n1.数量指标：清运垃圾≥5万吨\n2.质量指标：无害化处理率≥98%\n3.时效指标：日产日清\n社会效益指标：\n"


def test_indicators_told_in_paragraphs_are_named_where_no_table_holds_any() -> None:
    (said,) = interpret(document(TOLD), Hints(file_name="a.docx")).diagnostics
    assert (said.code, said.args) == (Code.INDICATORS_IN_TEXT, {"text": "1.数量指标：清运垃圾≥5万吨", "count": "3"})
    few = TOLD.replace("3.时效指标", "3.时间安排")
    assert not interpret(document(few), Hints(file_name="a.docx")).diagnostics
