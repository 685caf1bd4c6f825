"""Text outside every table."""

from parsers.formats.lattice.marks import Piece, Sheet
from parsers.formats.lattice.outside import text_blocks

SHEET = Sheet(3, 500, 700, [])


def line(text: str, x: float, y: float, size: float = 10) -> Piece:
    return Piece(text, x, y, x + size * len(text), y + size, size)


def test_prose_is_put_together_and_a_new_paragraph_begins() -> None:
    prose = [line("全" * 40, 20, 0), line("面" * 12, 0, 15), line("实" * 20, 20, 30)]
    assert [text.text for text in text_blocks(prose, SHEET, "page 3")] == ["全" * 40 + "面" * 12, "实" * 20]


def test_two_texts_that_share_a_line_stay_apart() -> None:
    (text,) = text_blocks([line("填报单位：某局", 0, 0), line("单位：万元", 300, 0)], SHEET, "page 3")
    assert text.text == "填报单位：某局    单位：万元"
    assert text.place == "page 3"
    assert text.box is not None
    assert (text.box.page, text.box.x1) == (3, 350)


def test_the_longest_of_short_lines_above_a_wide_table_is_not_full() -> None:
    above = [line("财政项目支出绩效目标申报表", 20, 0), line("申报单位：某局（2024年度）", 20, 18)]
    inside = [line("项目名称", 20, 60), line("卫生服务补助", 420, 60)]
    found = text_blocks(above, Sheet(3, 500, 700, [*above, *inside]), "page 3")
    assert [text.text for text in found] == ["财政项目支出绩效目标申报表", "申报单位：某局（2024年度）"]
