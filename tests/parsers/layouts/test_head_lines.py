"""The lines above a form."""

from parsers.layouts.head import Head
from parsers.layouts.head_lines import read_notes
from parsers.layouts.head_rows import read_head
from parsers.layouts.notes import Note, note_of_cell
from parsers.layouts.rows import rows_of
from parsers.layouts.uses import Uses
from schema.span import Span
from tests.drawing import document


def head_of(drawing: str) -> tuple[Head, Uses]:
    head, uses = Head(), Uses()
    read_head(rows_of(document(drawing).grids[0]), head, uses)
    return head, uses


def _fields(head: Head) -> list[tuple[str, str]]:
    return [(field.label, field.text) for field in head.fields]


def test_lines_above() -> None:
    lines = [
        "附件3",
        "专项资金绩效目标表",
        "甲项目绩效目标表",
        "610101天津市知识产权局",
        "单位：元",
        "（2023年度）",
        "填报单位：乙",
    ]
    head = Head()
    read_notes([Note(line, Span(place="text", row=row)) for row, line in enumerate(lines, 1)], head, Uses())
    assert head.title is not None
    assert (head.title.text, head.title.span.row, head.unit_of_money) == ("甲项目绩效目标表", 3, "元")
    assert [stated.text for stated in head.texts["agency"]] == ["610101天津市知识产权局", "乙"]
    assert _fields(head)[-2:] == [("", "2023年度"), ("填报单位", "乙")]


def test_personal_data_in_one_cell_or_line_is_left_out_too() -> None:
    head, uses = head_of("项目名称 | 甲 | 联系电话：13900000000")
    read_notes([Note("填报人：李四", Span(place="text", row=9))], head, uses)
    assert "13900000000" not in repr(head)
    assert "李四" not in repr(head)
    assert len(head.diagnostics) == 2
    assert uses.noted[("table 1", 1, 3)] == "personal-data"


def test_the_number_of_an_annex_in_a_cell_is_left_out_by_name() -> None:
    (row,) = rows_of(document("附件3 |\n").grids[0])
    head, uses = Head(), Uses()
    read_notes([note_of_cell(row.slots[0], row)], head, uses)
    assert (_fields(head), head.heading) == ([], None)
    assert list(uses.noted.values()) == ["serial"]
