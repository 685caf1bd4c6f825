"""Rows told by their text."""

from parsers.formats.lattice.marks import Piece
from parsers.formats.lattice.rows import Block, are_apart, blocks_by_column, divided, rows_of

XS = [0.0, 100.0, 200.0]


def line(text: str, x: float, y: float) -> Piece:
    return Piece(text, x, y, x + 10 * len(text), y + 10, 10)


def test_a_wrapped_name_is_one_row_with_its_value() -> None:
    pieces = [
        line("接受高校院所", 2, 0),
        line("次数", 2, 13),
        line("≥30%", 102, 6),
        line("合格率", 2, 40),
        line("≥98%", 102, 40),
    ]
    blocks = blocks_by_column(pieces, XS)
    assert blocks == {0: [Block(0, 23), Block(40, 50)], 1: [Block(6, 16), Block(40, 50)]}
    rows = rows_of(blocks, 10)
    assert rows == [Block(0, 23), Block(40, 50)]
    assert divided(rows, -5, 60) == [-5, 31.5, 60]


def test_lines_at_equal_distances_are_rows() -> None:
    blocks = blocks_by_column([line("合格率", 2, 20.0 * at) for at in range(4)], XS)
    assert len(blocks[0]) == 4


def test_what_a_page_break_left_of_a_row_is_a_row() -> None:
    names = [Block(y, y + 10) for y in range(40, 140, 20)]
    assert rows_of({0: [Block(0, 10), *names], 1: names}, 10) == [Block(0, 10), *names]
    assert rows_of({0: names, 1: [Block(30, 37), *names[1:]]}, 10)[0] == Block(30, 50)


def test_a_label_between_two_rows_is_no_row() -> None:
    names = [Block(y, y + 10) for y in range(0, 100, 20)]
    labels = [Block(11, 19), *names[2:]]
    assert rows_of({0: labels, 1: names}, 10) == names


def test_rows_with_room_between_them_are_apart() -> None:
    names = [Block(y, y + 10) for y in range(0, 100, 20)]
    assert are_apart({0: names, 1: names}, names, 10)
    assert not are_apart({0: names, 1: names[:2]}, names, 10)
    near = [Block(y, y + 10) for y in range(0, 60, 12)]
    assert not are_apart({0: near, 1: near}, near, 10)


def test_a_text_with_room_around_it_is_a_row_of_its_own() -> None:
    names = [Block(y, y + 10) for y in (0, 20, 80, 100, 120)]
    assert rows_of({0: [Block(45, 55)], 1: names}, 10) == sorted([*names, Block(45, 55)])
    assert rows_of({0: [Block(92, 99)], 1: names}, 10) == names
