"""Rows: what begins in them and what reaches down into them."""

from parsers.layouts.grids.rows import rows_of
from schema.document import Cell, Grid
from tests.drawing import document


def test_a_merged_cell_reaches_into_the_rows_below_it_only() -> None:
    rows = rows_of(document("产出 | 数量\n^ | 质量\n效益 | 社会").grids[0])
    assert [[slot.text for slot in row.slots] for row in rows] == [["产出", "数量"], ["质量"], ["效益", "社会"]]
    assert {column: slot.text for column, slot in rows[1].covering.items()} == {1: "产出"}
    assert not rows[2].covering


def test_a_cell_answers_for_every_column_it_covers() -> None:
    (row,) = rows_of(document("目标 | < | < | 分值").grids[0])
    assert [slot.text if (slot := row.at(column)) else None for column in (1, 3, 4, 5)] == [
        "目标",
        "目标",
        "分值",
        None,
    ]


def test_a_merge_over_a_whole_sheet_costs_nothing() -> None:
    sheet = Grid(
        place="sheet 1",
        cells=(
            Cell(row=1, column=1, rows=1_048_576, columns=16_383, text="水印"),
            Cell(row=1, column=16_384, text="值"),
            Cell(row=1_048_576, column=16_384, text="末"),
        ),
    )
    first, last = rows_of(sheet)
    assert [slot.text for slot in first.slots] == ["水印", "值"]
    assert (slot := last.at(9)) is not None
    assert slot.text == "水印"


def test_a_row_says_what_each_of_its_cells_names() -> None:
    (row,) = rows_of(document("项目名称 | 三级指标 | ≥90%").grids[0])
    assert row.columns == (None, "name", None)
    assert row.fields == ("project_name", None, None)
