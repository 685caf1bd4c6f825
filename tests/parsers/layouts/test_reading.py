"""What a layout makes of a section."""

from parsers.layouts.grids.rows import rows_of
from parsers.layouts.reading import Reading
from tests.drawing import document


def test_readings_keep_accounts_of_their_own() -> None:
    one, other = Reading("form"), Reading("prose")
    one.uses.use(rows_of(document("甲 |").grids[0])[0].slots[0])
    assert (one.uses.used, other.uses.used) == (1, 0)
