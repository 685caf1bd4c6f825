"""The account of cells."""

from parsers.layouts.grids.rows import rows_of
from parsers.layouts.grids.uses import Uses, ignored_by_reason
from tests.drawing import document


def test_what_is_used_is_never_taken_back_and_the_first_reason_stays() -> None:
    (row,) = rows_of(document("一级指标 | 指标1： | 报告").grids[0])
    header, placeholder, name = row.slots
    uses = Uses()
    uses.use(name, None)
    uses.ignore("header", [header, None])
    uses.ignore("placeholder", [header, placeholder, name])
    assert uses.used == 1
    assert ignored_by_reason(uses.noted) == {"header": 1, "placeholder": 1}
