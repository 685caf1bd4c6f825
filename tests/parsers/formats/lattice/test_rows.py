"""Rows told by their text."""

from parsers.formats.lattice.marks import Piece
from parsers.formats.lattice.rows import Block, blocks_by_column, rows_between, spread

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
    assert rows_between(blocks, -5, 60) == [-5, 31.5, 60]


def test_lines_at_equal_distances_are_rows() -> None:
    blocks = blocks_by_column([line("合格率", 2, 20.0 * at) for at in range(4)], XS)
    assert len(blocks[0]) == 4


def test_labels_merged_over_their_rows_span_them() -> None:
    ys = [0.0, 20, 40, 60, 80]
    assert spread([Block(15, 25), Block(55, 65)], ys) == [(0, 2), (2, 2)]
    assert spread([Block(5, 15), Block(45, 55)], ys) == [(0, 1), (2, 1)]
    assert spread([Block(15, 25), Block(47, 57)], ys) == [(1, 1), (2, 1)]
