"""The part of a source that a table stands in, drawn again."""

from audit.web.published import Figure
from audit.web.source.drawn import ROWS, drawn
from audit.web.source.marks import Marks, marks_of, spot_of
from schema.document import Cell, Document, Grid
from schema.span import Span
from tests.audit.web.source.test_marks import row, table
from tests.drawing import document


def marks_on(made: Document, *texts: str, lit: str | None = None) -> Marks:
    """Marks on the cells and paragraphs with these texts."""
    marks = Marks()
    for block in made.blocks:
        pieces = (
            [(cell.text, spot_of(block, cell)) for cell in block.cells]
            if isinstance(block, Grid)
            else [(block.text, spot_of(block))]
        )
        for text, spot in pieces:
            if text in texts:
                marks.at[spot] = []
            if text == lit:
                marks.lit[spot] = text
    return marks


def texts(made: Document, marks: Marks) -> list[list[str]]:
    return [
        [slot.text for slot in slots] for block in drawn(made, marks) for band in block.bands for _, slots in band.rows
    ]


def test_merged_cells_stay_merged() -> None:
    made = document("产出 | 数量 | 甲\n^ | 质量 | <")
    (block,) = drawn(made, marks_on(made, "甲"))
    (band,) = block.bands
    assert [(s.text, s.rows, s.columns) for _, slots in band.rows for s in slots] == [
        ("产出", 2, 1), ("数量", 1, 1), ("甲", 1, 1), ("质量", 1, 2),
    ]  # fmt: skip


def test_of_a_long_list_the_head_and_the_rows_of_the_table() -> None:
    made = document("\n".join(f"{n} | 项目{n}" for n in range(1, 2001)))
    (block,) = drawn(made, marks_on(made, "项目1500"))
    assert [[number for number, _ in band.rows] for band in block.bands] == [[1, 2, 3], [1499, 1500, 1501]]


def test_a_title_far_above_the_rows_of_a_table_leaves_room_for_them() -> None:
    made = document("\n".join(f"{n} | 项目{n}" for n in range(1, 2001)))
    (block,) = drawn(made, marks_on(made, "项目1", "项目1500", "项目1501"))
    assert [[number for number, _ in band.rows] for band in block.bands] == [[1, 2, 3], [1499, 1500, 1501, 1502]]


def test_a_cell_that_is_asked_for_is_drawn_however_far_down() -> None:
    made = document("\n".join(f"{n} | 项目{n}" for n in range(1, 3 * ROWS)))
    marks = marks_on(made, *(f"项目{n}" for n in range(1, 3 * ROWS)), lit=f"项目{2 * ROWS}")
    assert [f"{2 * ROWS}", f"项目{2 * ROWS}"] in texts(made, marks)
    assert sum(map(len, texts(made, marks))) < 3 * ROWS


def test_a_merge_that_begins_above_is_cut_to_what_is_drawn() -> None:
    made = document(
        "序 | 部门 | 项目\n" + "\n".join(f"{n} | {'部' if n == 1 else '^'} | 项目{n}" for n in range(1, 100))
    )
    rows = texts(made, marks_on(made, "项目50"))
    assert rows[-3:] == [["49", "部", "项目49"], ["50", "项目50"], ["51", "项目51"]]


def test_cells_of_a_far_corner_and_merges_of_a_whole_sheet_take_no_room() -> None:
    cells = (Cell(row=1, column=1, columns=16384, text="题"), Cell(row=2, column=1, text="名"), Cell(row=2, column=16384, text="远"),
             Cell(row=1048576, column=2, text="角"))  # fmt: skip
    made = Document(source="xlsx", blocks=(Grid(place="sheet 1", cells=cells),))
    (block,) = drawn(made, marks_on(made, "名"))
    assert block.columns == (1, 2, 16384)
    assert [[s.text for s in slots] for band in block.bands for _, slots in band.rows][:2] == [["题"], ["名", "", "远"]]


def test_the_title_before_a_table_is_drawn_and_other_tables_are_not() -> None:
    made = document("别的 | 表\n\n标题\n单位：万元\n\n甲 | 乙")
    blocks = list(drawn(made, marks_on(made, "乙")))
    assert [block.paragraph.text if block.paragraph else block.place for block in blocks] == [
        "标题",
        "单位：万元",
        "table 2",
    ]


def test_a_click_means_the_mark_and_nothing_where_there_is_none() -> None:
    made = document("甲 | ≥1")
    marks = marks_of(table(row("a", value="≥1")))
    marks.at = {spot_of(made.grids[0], made.grids[0].cells[1]): next(iter(marks.at.values()))}
    ((_, slots),) = next(iter(drawn(made, marks))).bands[0].rows
    assert [slot.mark is not None for slot in slots] == [False, True]


def test_nothing_is_drawn_where_nothing_stands() -> None:
    assert list(drawn(document("甲 | 乙"), Marks())) == []
    assert Figure("value", "", (Span(place="x"),)).spans
