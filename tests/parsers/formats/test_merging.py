"""Rows with spans and merges become cells with anchors and extents."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.formats.merging import Row, Stated, placed
from schema.document import Grid

CELL = st.builds(
    Stated,
    text=st.sampled_from(["", "甲", "乙"]),
    columns=st.one_of(st.integers(1, 4), st.sampled_from([1500, 10**9])),
    width=st.sampled_from([0, 100, 139, 300]),
    starts=st.booleans(),
    continues=st.booleans(),
)
ROWS = st.lists(st.builds(Row, st.lists(CELL, max_size=5), before=st.integers(0, 2)), max_size=6)


@given(rows=ROWS, grid=st.integers(0, 6))
def test_no_two_cells_ever_claim_one_slot(rows: list[Row], grid: int) -> None:
    shown = sum(bool(cell.text) and not cell.continues for row in rows for cell in row.cells)
    cells = placed(rows, grid).cells
    assert Grid(place="table 1", cells=cells).width <= 20_000
    assert len(cells) >= shown


def extents(*rows: list[Stated]) -> list[tuple[str, int, int, int, int]]:
    """The cells of a table with their columns and extents."""
    cells = placed([Row(row) for row in rows]).cells
    return [(cell.text, cell.row, cell.column, cell.rows, cell.columns) for cell in cells]


def test_a_merge_reaches_as_far_as_it_is_continued() -> None:
    top, under = Stated("甲", starts=True), Stated("", continues=True)
    assert extents([top], [under], [Stated("", continues=True)], [Stated("乙")]) == [
        ("甲", 1, 1, 3, 1),
        ("乙", 4, 1, 1, 1),
    ]


def test_a_merge_begun_anew_is_another() -> None:
    assert extents([Stated("甲", starts=True)], [Stated("乙", starts=True)], [Stated("", continues=True)]) == [
        ("甲", 1, 1, 1, 1),
        ("乙", 2, 1, 2, 1),
    ]


def test_widths_speak_where_spans_disagree() -> None:
    wide = [Stated("甲", width=300), Stated("乙", width=100)]
    narrow = [Stated(str(number), width=100) for number in range(4)]
    assert extents(wide, narrow)[:2] == [("甲", 1, 1, 1, 3), ("乙", 1, 4, 1, 1)]


@pytest.mark.parametrize("widths", [(300, 0), (300, 900)])
def test_widths_that_do_not_add_up_say_nothing(widths: tuple[int, int]) -> None:
    rows = [[Stated("甲", width=widths[0]), Stated("乙", width=widths[1])], [Stated("丙", width=400)]]
    assert [extent[2] for extent in extents(*rows)] == [1, 2, 1]
