"""Tables whose rows are told by their text."""

from parsers.formats.lattice.by_text import told_by_text
from parsers.formats.lattice.marks import Piece

XS = [0.0, 60.0, 120.0, 200.0]


def line(text: str, x: float, y: float) -> Piece:
    return Piece(text, x, y, x + 10 * len(text), y + 10, 10)


def row(name: str, y: float) -> list[Piece]:
    return [line(name, 62, y), line("九成", 122, y)]


def test_labels_in_the_middle_of_their_rows_are_merged_cells() -> None:
    head = [line("一级", 2, 5), *row("名称", 5)]
    body = [*row("甲", 25), *row("乙", 45), *row("丙", 65), line("产出", 2, 35), line("效益", 2, 65)]
    table = told_by_text([(0, 20, head), (20, 80, body)], XS)
    assert table.ys == [0, 20, 40, 60, 80]
    assert [slot[:4] for slot in table.slots if slot.column == 0] == [(0, 0, 1, 1), (1, 0, 2, 1), (3, 0, 1, 1)]


def test_a_label_of_more_lines_than_its_row_makes_it_higher() -> None:
    body = [*row("甲", 25), *row("乙", 56), *row("丙", 85)]
    label = [line("服务", 2, 43), line("对象", 2, 56), line("满意", 2, 69)]
    table = told_by_text([(0, 100, [line("产出", 2, 25), *body, *label, line("效益", 2, 85)])], XS)
    assert table.ys == [0, 39, 82, 100]


def test_one_wrapped_name_in_a_band_is_one_row() -> None:
    table = told_by_text([(0, 40, [line("产出", 2, 11), line("使用", 62, 5), line("情况", 62, 18)])], XS)
    assert table.ys == [0, 40]
