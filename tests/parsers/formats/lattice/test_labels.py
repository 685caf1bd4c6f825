"""Labels merged over rows that no line divides."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.formats.lattice.labels import Span, merged, spans
from parsers.formats.lattice.rows import Block

LINE = 10.0


def block(middle: float, lines: int = 1) -> Block:
    return Block(middle - 6 * lines, middle + 6 * lines)


def rows(count: int) -> list[Block]:
    return [Block(20.0 * at, 20.0 * at + 10) for at in range(count)]


def centred(found: list[Block], shares: list[int], lines: int = 1) -> list[Block]:
    """A label in the middle of so many rows each."""
    labels, at = [], 0
    for share in shares:
        labels.append(block((found[at].top + found[at + share - 1].bottom) / 2, lines))
        at += share
    return labels


def shares(found: list[Span]) -> list[int]:
    return [span.rows for span in found]


@given(st.lists(st.integers(1, 6), min_size=2, max_size=12).filter(lambda parts: any(part % 2 == 0 for part in parts)))
def test_labels_in_the_middle_of_their_rows_span_them(parts: list[int]) -> None:
    below = rows(sum(parts))
    (found,) = [merged({0: centred(below, parts), 1: below}, below, LINE)[0]]
    assert sum(shares(found)) == len(below)
    assert [span.first for span in found] == [sum(shares(found)[:at]) for at in range(len(found))]


def test_a_level_begins_where_a_finer_one_does() -> None:
    below = rows(6)
    found = merged({0: centred(below, [4, 2]), 1: centred(below, [1, 3, 2]), 2: below}, below, LINE)
    assert shares(found[1]) == [1, 3, 2]
    assert shares(found[0]) == [4, 2]


def test_rows_above_the_first_label_belong_to_the_page_before() -> None:
    below = rows(5)
    label = block((below[2].top + below[4].bottom) / 2)
    upper = block((below[3].top + below[4].bottom) / 2)
    assert merged({0: [label], 1: below}, below, LINE)[0] == [Span(2, 3)]
    assert merged({0: [upper], 1: below}, below, LINE)[0] == [Span(3, 2)]


def test_a_label_whose_rows_go_on_over_the_page_stands_at_their_top() -> None:
    below = rows(6)
    labels = [*centred(below, [2]), block(below[2].middle)]
    assert merged({0: labels, 1: below}, below, LINE)[0] == [Span(0, 2), Span(2, 4)]
    assert 0 not in merged({0: labels, 1: below}, below, LINE, last=False)


@pytest.mark.parametrize("valued", [(Block(0, 22), Block(40, 50), Block(60, 70)), None], ids=["told by a value", "not"])
def test_labels_written_at_the_top_hold_down_to_the_next(valued: tuple[Block, ...] | None) -> None:
    names = [Block(0, 10), Block(40, 50), Block(60, 70)]
    columns = {0: [Block(0, 10), Block(60, 70)], 1: names}
    if valued is not None:
        columns[2] = list(valued)
    assert merged(columns, names, LINE)[0] == [Span(0, 2), Span(2, 1)]


def test_a_text_that_fits_no_share_stands_where_it_stands() -> None:
    below = rows(4)
    odd = {0: [Block(8, 16), Block(47, 53)], 1: below}
    assert 0 not in merged(odd, below, LINE)
    assert spans(odd, below, LINE)[0] == [Span(0, 1), Span(2, 1)]


def test_very_many_rows_are_not_shared_out() -> None:
    below = rows(400)
    assert 0 not in merged({0: centred(below, [200, 200]), 1: below}, below, LINE)
