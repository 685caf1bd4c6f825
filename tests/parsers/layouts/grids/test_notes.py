"""Lines outside the grid proper."""

import pytest

from parsers.layouts.grids.notes import Note, notes_of_row, notes_of_text
from parsers.layouts.grids.rows import rows_of
from schema.document import Text
from schema.span import Span
from tests.drawing import document

SPAN = Span(place="line 3", row=3)


@pytest.mark.parametrize(
    ("text", "announces"),
    [
        ("项目绩效目标表", True),
        ("610101天津市知识产权局", True),
        ("单位：万元", True),
        ("（2023年度）", True),
        ("填报单位：某局", True),
        ("— 12 —", False),
        ("目标1：完成治理", False),
        ("产出指标", False),
    ],
)
def test_what_announces_a_form(text: str, announces: bool) -> None:
    assert Note(text, SPAN).announces is announces


def test_a_line_is_cut_only_where_every_part_announces_something() -> None:
    assert [note.text for note in notes_of_text(Text(place="line 3", text="填报单位：某局    单位：元"))] == [
        "填报单位：某局",
        "单位：元",
    ]
    assert [note.text for note in notes_of_text(Text(place="line 3", text="填报单位：某局    第 2 页"))] == [
        "填报单位：某局 第 2 页"
    ]


def test_a_row_is_notes_only_where_every_cell_announces_something() -> None:
    rows = rows_of(document("填报单位：某局 | | 单位：元\n项目名称 | 甲").grids[0])
    assert [len(notes_of_row(row)) for row in rows] == [2, 0]


def test_what_stands_at_the_foot() -> None:
    assert Note("填报人：张三", SPAN).at_the_foot
    assert not Note("填报单位：某局", SPAN).at_the_foot


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("（一）路面养护项目", True), ("2.桥梁检测", True), ("三、某市图书馆购书经费", True),
        ("二、绩效指标", False), ("（二）自评结果", False), ("三、基本情况", False), ("一、产出指标", False), ("3.15晚会", False),
        ("路面养护项目", False), ("（一）项目名称：修路", False), ("一、项目支出绩效目标表", False), ("2.工作已全部完成。", False),
    ],
)  # fmt: skip
def test_a_numbered_heading_may_name_what_stands_below_it(text: str, names: bool) -> None:
    assert Note(text, SPAN).is_numbered is names


@pytest.mark.parametrize(
    ("row", "notes"),
    [
        ("填报单位：某县蚕业站 | < | 填报人：韦某 | 2024年1月8日", 3),
        ("单位（盖章） | < | 填报人：韦某 | 日期：2024年1月8日", 3),
        ("单位（章） | 负责人（签字）： | 2024.1.8", 3),
        ("主管部门审核：同意 | 财政部门审核：同意 | 年  月  日", 3),
        ("填报人 | 韦某 | 2024年1月8日", 0),
        ("联系人 | 联系电话", 0),
        ("数量指标 | 填报人：韦某 | 2024年1月8日", 0),
        ("建成时间 | 2024年1月8日", 0),
    ],
)
def test_a_day_and_places_to_sign_stand_beside_the_lines_at_the_foot(row: str, notes: int) -> None:
    assert len(notes_of_row(rows_of(document(row).grids[0])[0])) == notes
