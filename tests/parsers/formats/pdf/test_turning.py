"""Coordinates of a page as people see it."""

import pytest

from parsers.formats.lattice import Rule
from parsers.formats.pdf.turning import Shown, turned_back

BOX = Rule(10, 20, 30, 50)


@pytest.mark.parametrize(
    ("quarters", "seen"),
    [
        (0, Rule(10, 750, 30, 780)),
        (1, Rule(20, 10, 50, 30)),
        (2, Rule(570, 20, 590, 50)),
        (3, Rule(750, 570, 780, 590)),
    ],
)
def test_a_rectangle_stands_where_a_person_sees_it(quarters: int, seen: Rule) -> None:
    page = Shown(0, 0, 600, 800, quarters)
    assert page.place(10, 20, 30, 50) == seen
    assert page.height_of(10, 50) == page.place(10, 50, 10, 50).top


@pytest.mark.parametrize("quarters", range(4))
def test_turning_back_undoes_turning(quarters: int) -> None:
    page = Shown(0, 0, 600, 800, 0)
    upright = page._replace(quarters=quarters)
    assert turned_back(upright.place(*BOX), quarters, *page.size) == page.place(*BOX)


def test_letters_stand_upright_turned_or_slanted() -> None:
    page = Shown(0, 0, 600, 800, 0)
    assert [page.quarters_of(*along) for along in ((1, 0), (0, -1), (-1, 0), (0, 1), (1, 1))] == [0, 1, 2, 3, None]
    assert page._replace(quarters=1).quarters_of(0, 1) == 0
