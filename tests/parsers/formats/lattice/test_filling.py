"""Pieces and the cells they were drawn for."""

from collections.abc import Sequence

import pytest

from parsers.formats.lattice.cells import Cut, Slot, cut
from parsers.formats.lattice.edges import Edge
from parsers.formats.lattice.filling import fill, overlaps
from parsers.formats.lattice.frames import Frame
from parsers.formats.lattice.marks import Piece, Rule, Sheet

TWO = cut(Frame((Edge(0, 0, 100), Edge(20, 0, 100)), tuple(Edge(x, 0, 20) for x in (0, 50, 100))))


def spelt(piece: Piece) -> Sequence[Piece]:
    """The letters of a piece, all of one width."""
    width = (piece.x1 - piece.x0) / len(piece.text)
    return [
        piece._replace(text=letter, x0=piece.x0 + at * width, x1=piece.x0 + (at + 1) * width)
        for at, letter in enumerate(piece.text)
    ]


def stacked(piece: Piece) -> Sequence[Piece]:
    """The letters of a piece that stand below each other, each drawn by itself."""
    height = (piece.bottom - piece.top) / len(piece.text)
    return [
        piece._replace(
            text=letter,
            top=piece.top + at * height,
            bottom=piece.top + (at + 1) * height,
            order=piece.order + at,
            turned=False,
        )
        for at, letter in enumerate(piece.text)
    ]


def filled(*pieces: Piece, table: Cut = TWO) -> list[list[str]]:
    sheet = Sheet(1, 100, 100, pieces, letters=spelt)
    found, _ = fill(table, pieces, sheet)
    return [[piece.text for piece in found.get(number, [])] for number in range(len(table.slots))]


def test_a_piece_belongs_where_it_begins() -> None:
    assert filled(Piece("产出", 2, 5, 22, 15, 10), Piece("≥9", 52, 5, 67, 15, 10)) == [["产出"], ["≥9"]]


def test_text_too_wide_for_its_cell_stays_whole() -> None:
    assert filled(Piece("接受高校院所专利", 2, 5, 82, 15, 10)) == [["接受高校院所专利"], []]


def test_a_row_drawn_in_one_go_is_cut_at_the_wall_its_letters_keep_off() -> None:
    assert filled(Piece("产出    数量", 2, 5, 92, 15, 10)) == [["产出"], ["数量"]]


@pytest.mark.parametrize(
    ("text", "orders", "cells"),
    [
        ("任务。已完", (1, 1, 1, 2, 2), [["任务。"], ["已完"]]),
        ("任务。已完", (1, 1, 1, 1, 1), [["任务。已完"], []]),
        ("任务了已完", (1, 2, 3, 4, 5), [["任务了已完"], []]),
    ],
    ids=["a sign that hangs over", "one text", "each letter by itself"],
)
def test_a_text_begun_behind_a_sign_that_hangs_over_the_wall_is_the_next_cell_s(
    text: str, orders: Sequence[int], cells: list[list[str]]
) -> None:
    letters = [
        Piece(letter, 22 + 10 * at, 5, 32 + 10 * at, 15, 10, order=order)
        for at, (letter, order) in enumerate(zip(text, orders, strict=True))
    ]
    piece = Piece(text, 22, 5, 72, 15, 10)
    found, _ = fill(TWO, [piece], Sheet(1, 100, 100, [piece], letters=lambda _: letters))
    assert [[part.text for part in found.get(number, [])] for number in range(2)] == cells


BELOW = cut(Frame((Edge(0, 0, 50), Edge(20, 0, 50), Edge(60, 0, 50)), (Edge(0, 0, 60), Edge(50, 0, 60))))


def test_letters_below_each_other_are_cut_at_the_line_they_keep_off() -> None:
    piece = Piece("量检测样", 2, 9.5, 12, 51.5, 10, turned=True)
    found, _ = fill(BELOW, [piece], Sheet(1, 100, 100, [piece], letters=stacked))
    assert [[(part.text, part.turned) for part in found[number]] for number in (0, 1)] == [
        [("量", False)],
        [("检测样", True)],
    ]


def test_letters_below_each_other_that_touch_a_line_are_one_text_too_long_for_its_cell() -> None:
    piece = Piece("数量指标", 2, 24, 12, 64, 10, turned=True)
    higher = piece._replace(top=4, bottom=44)
    for text in (piece, higher):
        found, _ = fill(BELOW, [text], Sheet(1, 100, 100, [text], letters=stacked))
        assert [part.text for parts in found.values() for part in parts] == ["数量指标"]


def test_what_stands_beside_a_table_is_not_in_it() -> None:
    piece = Piece("注", 120, 5, 130, 15, 10)
    assert fill(TWO, [piece], Sheet(1, 200, 100, [piece]))[1] == [piece]


def test_a_rectangle_covers_part_of_a_cell_or_does_not() -> None:
    slot = Slot(0, 0, 1, 1, Rule(0, 0, 10, 10))
    assert overlaps(slot, Rule(5, 5, 20, 20))
    assert not overlaps(slot, Rule(10, 0, 20, 10))
