"""Text too long for its cell."""

from parsers.formats.lattice.cells import cut
from parsers.formats.lattice.edges import Edge
from parsers.formats.lattice.filling import fill
from parsers.formats.lattice.frames import Frame
from parsers.formats.lattice.marks import Piece, Rule, Sheet

ROWS = cut(Frame(tuple(Edge(y, 0, 100) for y in (0, 16, 32, 48)), (Edge(0, 0, 48), Edge(100, 0, 48))))
ONE = Piece("甲", 3, 3, 13, 13, 10, order=1)
LONG = [Piece(f"乙{at}", 3, 6 + 13 * at, 23, 16 + 13 * at, 10, order=2 + at) for at in range(3)]
LAST = Piece("丙", 3, 35, 13, 45, 10, order=9)


def cells(sheet: Sheet) -> list[list[str]]:
    found, _ = fill(ROWS, sheet.pieces, sheet)
    return [sorted(piece.text for piece in found.get(number, [])) for number in range(3)]


def test_lines_drawn_one_after_the_other_belong_to_the_cell_they_are_centred_on() -> None:
    assert cells(Sheet(1, 100, 100, [ONE, *LONG, LAST])) == [["甲"], ["乙0", "乙1", "乙2"], ["丙"]]


def test_a_clip_tells_the_cell_better_than_the_order() -> None:
    def clip(piece: Piece) -> Rule:
        top = {"甲": 0, "丙": 32}.get(piece.text, 16)
        return Rule(0, top, 100, top + 16)

    mixed = [piece._replace(order=at) for at, piece in enumerate((LONG[2], ONE, LONG[0], LAST, LONG[1]))]
    assert cells(Sheet(1, 100, 100, mixed, clip=clip)) == [["甲"], ["乙0", "乙1", "乙2"], ["丙"]]


def test_single_lines_that_fit_stay_where_they_are() -> None:
    fitting = [Piece(name, 3, 3 + 16 * at, 13, 13 + 16 * at, 10, order=at) for at, name in enumerate("甲乙丙")]
    assert cells(Sheet(1, 100, 100, fitting)) == [["甲"], ["乙"], ["丙"]]


def test_lines_that_run_over_the_foot_of_a_table_belong_to_the_cell_above() -> None:
    long = [Piece("产出", 3, 38, 23, 48, 10, order=9), Piece("指标", 3, 50, 23, 60, 10, order=10)]
    note = Piece("注：含上级资金", 3, 72, 73, 82, 10, order=12)
    found, outside = fill(ROWS, [ONE, *long, note], Sheet(1, 100, 100, ()))
    assert [piece.text for piece in found[2]] == ["产出", "指标"]
    assert outside == [note]


def test_a_note_close_below_a_table_is_none_of_its_text() -> None:
    note = Piece("注：含上级资金", 3, 50, 73, 60, 10, order=10)
    _, outside = fill(ROWS, [ONE, LAST, note], Sheet(1, 100, 100, ()))
    assert outside == [note]


TWO = cut(Frame(tuple(Edge(y, 0, 100) for y in (0, 16, 48)), (Edge(0, 0, 48), Edge(50, 0, 48), Edge(100, 0, 48))))
"""Two columns, of which a page break cuts the second row."""


def test_text_over_the_foot_goes_to_the_cells_of_its_clip_each_part_under_its_column() -> None:
    """A program that clips a cut row as a whole, and draws its text in the middle of what is not on the page."""
    whole = [Piece("局", 3, 43, 13, 54, 10, order=1), Piece("项目", 53, 44, 73, 55, 10, order=2)]
    hidden = Piece("全称", 53, 57, 73, 68, 10, order=3)
    note = Piece("注：含上级资金", 3, 57, 33, 68, 10, order=4)

    def clip(piece: Piece) -> Rule:
        return Rule(0, 0, 100, 100) if piece is note else Rule(0, 17, 100, 47)

    found, outside = fill(TWO, [*whole, hidden, note], Sheet(1, 100, 100, (), clip=clip))
    assert {TWO.slots[at].column: [piece.text for piece in pieces] for at, pieces in found.items() if pieces} == {
        0: ["局"],
        1: ["项目", "全称"],
    }
    assert outside == [note]


def test_text_that_its_clip_keeps_in_its_row_is_not_taken_for_the_next_line_beside_it() -> None:
    pieces = [Piece("9", 40, 12, 47, 22, 10, order=1), Piece("某局", 51, 12, 71, 22, 10, order=2)]
    sheet = Sheet(1, 100, 100, (), clip=lambda _: Rule(0, 16, 100, 48))
    found, _ = fill(TWO, pieces, sheet)
    assert sorted(piece.text for said in found.values() for piece in said) == ["9", "某局"]
    assert all(len(said) <= 1 for said in found.values())


OPEN = cut(
    Frame(
        (Edge(0, 0, 200), Edge(16, 0, 200), Edge(32, 50, 200)),
        (Edge(0, 0, 32), Edge(50, 0, 32), Edge(200, 0, 32)),
    )
)
DRAWN = [Rule(0, -0.5, 200, 0.5), Rule(0, 15.5, 200, 16.5), Rule(50, 31.5, 200, 32.5)]
HELD = [Piece("次数", 53, 19, 73, 29, 10), Piece("产出指标", 3, 40, 43, 50, 10)]


def opened(pieces: list[Piece], rules: list[Rule]) -> list[str]:
    """What is left outside of a table whose first cell is open at its foot."""
    return [piece.text for piece in fill(OPEN, pieces, Sheet(1, 300, 100, pieces, rules))[1]]


def test_a_label_below_the_last_row_belongs_to_the_cell_that_no_line_ends() -> None:
    assert opened(HELD, DRAWN) == []
    assert opened([*HELD, Piece("3", 10, 80, 15, 90, 10)], DRAWN) == ["3"]


def test_text_below_a_table_is_no_label_of_a_cell_that_is_closed_or_says_something() -> None:
    assert opened(HELD, [*DRAWN, Rule(0, 31.5, 50, 32.5)]) == ["产出指标"]
    assert opened([*HELD, Piece("绩效", 3, 19, 23, 29, 10)], DRAWN) == ["产出指标"]
    assert opened([*HELD, Piece("注：含上级资金", 3, 34, 73, 38, 10)], DRAWN) == ["产出指标", "注：含上级资金"]
    assert opened(HELD, [*DRAWN, Rule(0, 60, 200, 61)]) == ["产出指标"]


def test_text_drawn_letter_by_letter_goes_on_below_the_foot_from_where_its_line_begins() -> None:
    above = [Piece(letter, 3 + 10 * at, 38, 13 + 10 * at, 48, 10, order=3 + at) for at, letter in enumerate("测评")]
    below = [Piece(letter, 3 + 10 * at, 50, 13 + 10 * at, 60, 10, order=5 + at) for at, letter in enumerate("项目")]
    found, outside = fill(ROWS, [ONE, *above, *below], Sheet(1, 100, 100, ()))
    assert [piece.text for piece in found[2]] == ["测", "评", "项", "目"]
    assert outside == []


def test_letters_below_each_other_are_the_ends_of_the_lines_they_stand_in() -> None:
    whole = Piece("任务", 3, 25, 13, 48, 10, order=3, turned=True)
    comma = Piece("，", 13, 38, 23, 48, 10, order=4)
    below = Piece("改善", 3, 50, 23, 60, 10, order=5)
    found, _ = fill(ROWS, [ONE, whole, comma, below], Sheet(1, 100, 100, ()))
    assert "改善" in [piece.text for pieces in found.values() for piece in pieces]
