"""The two ways between a table and its source."""

from audit.web.published import Figure, Published, Row
from audit.web.source.marks import marks_of, split, spot, spot_of
from schema.document import Cell, Grid, Text
from schema.span import Box, Span

HERE = Span(place="table 1", row=2, column=3)


def table(*rows: Row, head: tuple[Figure, ...] = ()) -> Published:
    return Published({"spans": "{}"}, head, (), rows, 0, (), ())


def row(key: str, **texts: str) -> Row:
    return Row(key, 1, {}, {name: Figure(name, text, (HERE,)) for name, text in texts.items()})


def test_a_cell_of_several_figures_means_the_value_before_the_name_before_the_head() -> None:
    marks = marks_of(table(row("a", name="甲", value="1"), head=(Figure("title", "甲", (HERE,)),)))
    mark = marks.on(spot(HERE))
    assert mark is not None
    assert (mark.indicator, mark.figure.field, len(marks.at[spot(HERE)])) == ("a", "value", 3)


def test_only_what_is_asked_for_is_lit() -> None:
    two = table(row("a", value="1"), row("b", value="2"))
    assert marks_of(two).lit == {}
    assert marks_of(two, "b", "value").lit == {spot(HERE): "2"}
    assert marks_of(two, "b", "name").lit == {}


def test_a_paragraph_on_a_page_is_told_by_its_box() -> None:
    box = Box(page=1, x0=1, top=2, x1=3, bottom=4)
    paragraph = Text(place="page 1", text="题", box=box)
    assert spot_of(paragraph) == spot(Span(place="page 1", box=box))
    assert spot_of(paragraph) != spot_of(Text(place="page 1", text="注", box=box._replace(top=5)))


def test_a_cell_that_is_a_line_of_its_file_is_told_by_the_line() -> None:
    grid = Grid(place="table 1", cells=(Cell(row=2, column=3, text="x", line=40),))
    assert spot_of(grid, grid.cells[0]) == ("table 1", 40, 3, None)


def test_the_piece_in_the_middle_of_a_cell() -> None:
    assert split("甲乙丙", "乙") == ("甲", "乙", "丙")
    assert split("甲乙丙", "丁") == split("甲乙丙", "") == ("", "甲乙丙", "")
