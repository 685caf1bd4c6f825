"""Marks that say the cell above holds, too."""

from parsers.layouts.dittos import without_dittos
from parsers.layouts.grids.rows import rows_of
from parsers.layouts.grids.uses import Uses
from tests.drawing import document


def test_a_mark_is_the_cell_above_reaching_down_and_a_mark_below_nothing_stays() -> None:
    uses = Uses()
    rows = rows_of(document("同上 | 甲\n乙 | 〃\n同上 | 同上").grids[0])
    told = list(without_dittos(rows, uses))
    assert [[slot.text for slot in row.slots] for row in told] == [["同上", "甲"], ["乙"], []]
    assert [(column, slot.text) for row in told for column, slot in row.covering.items()] == [
        (2, "甲"),
        (1, "乙"),
        (2, "甲"),
    ]
    assert sorted(uses.noted.values()) == ["repeated"] * 3
