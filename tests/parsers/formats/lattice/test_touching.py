"""Tables that touch each other."""

from itertools import pairwise

import pytest

from parsers.formats.lattice.cells import Cut, Slot
from parsers.formats.lattice.marks import Rule
from parsers.formats.lattice.touching import told_apart

FORM = (0, 60, 120, 220, 300, 360)


def cut(*rows: tuple[int, ...], tall: int = 1) -> Cut:
    """Rows of cells with the walls given; the first cell of the first row is `tall` rows high."""
    xs = sorted({x for walls in rows for x in walls})
    slots = [
        Slot(row, xs.index(left), tall if row == at == 0 else 1, 1, Rule(left, row, right, row + 1))
        for row, walls in enumerate(rows)
        for at, (left, right) in enumerate(pairwise(walls))
        if tall == 1 or row == 0 or left > 0
    ]
    return Cut([float(y) for y in range(len(rows) + 1)], [float(x) for x in xs], slots)


@pytest.mark.parametrize(
    "other",
    [
        (0, 50, 100, 200, 280, 360),  # no wall in common but the ends
        (0, 50, 120, 200, 260, 330),  # one by chance, another right side
    ],
)
def test_two_tables(other: tuple[int, ...]) -> None:
    above, below = told_apart(cut(FORM, FORM, other, other))
    assert (above.ys, below.ys) == ([0, 1, 2], [2, 3, 4])
    assert (above.xs, below.xs) == (list(FORM), list(other))
    assert {(slot.row, slot.column, slot.columns) for slot in below.slots} == {
        (r, c, 1) for r in (0, 1) for c in range(5)
    }


@pytest.mark.parametrize(
    "table",
    [
        cut((0, 120, 360), FORM),  # a head of two cells
        cut((0, 60, 220, 360), FORM),  # a merged header
        cut((0, 50, 100, 200, 280, 360), (0, 60, 120, 220, 300, 360), tall=2),  # a label down the side of both
        cut(FORM, (0, 50, 120, 200, 260, 360)),  # one wall and both sides in common
    ],
)
def test_one_table(table: Cut) -> None:
    assert list(told_apart(table)) == [table]


def test_rows_without_cells_part_nothing() -> None:
    table = Cut([0.0, 1.0, 2.0], [], [])
    assert list(told_apart(table)) == [table]


def test_rows_that_take_turns_are_of_one_table() -> None:
    table = cut(*([FORM, (0, 50, 100, 200, 280, 360)] * 2))
    assert list(told_apart(table)) == [table]
