"""Walls beside the cells of the header only."""

from parsers.formats.lattice.cells import Cut, Slot
from parsers.formats.lattice.marks import Piece, Rule
from parsers.formats.lattice.walls import with_walls


def line(text: str, x: float, y: float, pitch: float = 10) -> list[Piece]:
    """Letters one by one."""
    return [Piece(letter, x + pitch * at, y, x + pitch * at + 10, y + 10, 10) for at, letter in enumerate(text)]


XS = [0.0, 60.0, 120.0, 200.0]
YS = [0.0, 20.0, 40.0, 60.0, 80.0]
HEADER = [Slot(0, at, 1, 1, Rule(XS[at], 0, XS[at + 1], 20)) for at in range(3)]
ROWS = [Slot(row, 0, 1, 3, Rule(0, YS[row], 200, YS[row + 1])) for row in range(1, 4)]
TABLE = Cut(YS, XS, [*HEADER, *ROWS])


def test_rows_without_walls_have_the_columns_of_the_header() -> None:
    filled = {
        row + 2: [*line("合格率", 5, YS[row]), *line("≥9", 70, YS[row]), *line("个", 130, YS[row])] for row in (1, 2, 3)
    }
    table = with_walls(TABLE, filled)
    assert table is not None
    assert [slot[:4] for slot in table.slots[3:6]] == [(1, 0, 1, 1), (1, 1, 1, 1), (1, 2, 1, 1)]
    assert len(table.slots) == 12


def test_wide_cells_of_text_stay_whole_however_wide_their_letters_are_set() -> None:
    prose = {row + 2: line("完成全年各项任务", 5, YS[row], 17) for row in (1, 2, 3)}
    assert with_walls(TABLE, prose) is None
    short = {row + 2: line("按时", 5, YS[row]) for row in (1, 2, 3)}
    assert with_walls(TABLE, short) is None
