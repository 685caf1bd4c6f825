"""The lines above a form."""

import pytest

from parsers.layouts.grids.notes import Note, note_of_cell
from parsers.layouts.grids.rows import rows_of
from parsers.layouts.grids.uses import Uses
from parsers.layouts.heads.head import Head
from parsers.layouts.heads.head_lines import read_notes
from schema.span import Span
from tests.drawing import document
from tests.parsers.layouts.heads.drawn_heads import fields, head_of
from tests.parsers.layouts.reading_drawings import read


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
    assert fields(head)[-2:] == [("", "2023年度"), ("填报单位", "乙")]


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
    assert (fields(head), head.heading) == ([], None)
    assert list(uses.noted.values()) == ["serial"]


GRID = "\n一级指标 | 二级指标 | 三级指标 | 指标值\n产出指标 | 数量指标 | 巡查次数 | ≥120次"


@pytest.mark.parametrize(
    "lines",
    [
        "• 项目名称：安全巡查\n• 实施单位：某市应急管理局\n• 年度资金总额：45.6万元",
        "【项目名称】安全巡查\n【实施单位】某市应急管理局\n【年度资金总额】45.6万元",
        "项目名称——安全巡查\n实施单位——某市应急管理局\n年度资金总额——45.6万元",
        "项目名称 安全巡查\n实施单位 某市应急管理局\n年度资金总额 45.6万元",
        "项目名称：安全巡查；实施单位：某市应急管理局；年度资金总额：45.6万元。",
    ],
)
@pytest.mark.parametrize("cell", ["", " | < | < | <"])
def test_labels_above_a_grid_however_they_are_set_off(lines: str, cell: str) -> None:
    title = f"项目支出绩效目标表（2024年度）{cell}\n"
    found = read(title + "".join(f"{line}{cell}\n" for line in lines.split("\n")) + GRID.lstrip("\n"))
    (table,) = found.tables
    assert (table.project_name, table.agency, table.budget.total) == ("安全巡查", "某市应急管理局", "456000")
    assert found.cells.reported == 0
