"""Pieces as lines, lines as paragraphs."""

import pytest

from parsers.formats.lattice.lines import joined, lines, paragraphs
from parsers.formats.lattice.marks import Piece


def stacked(*texts: str, left: float = 2.0, size: float = 10.0) -> list[Piece]:
    """Texts one below the other, a character as wide as high, a Latin letter half as wide."""
    widths = [sum(size if letter > "\u2000" else size / 2 for letter in text) for text in texts]
    return [Piece(text, left, 14.0 * at, left + widths[at], 14.0 * at + size, size) for at, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("texts", "width", "read"),
    [
        (("中小微企业接受高校", "专利转让次数"), 94, "中小微企业接受高校专利转让次数"),
        (("培训人数", "举办场次"), 94, "培训人数\n举办场次"),
        (("绩", "效", "指", "标"), 14, "绩效指标"),
        (("完成时间为2024年", "12月31日前"), 90, "完成时间为2024年12月31日前"),
        (("支持信息化建设项目", "TISC information"), 94, "支持信息化建设项目TISC information"),
        (("technical support", "center"), 92, "technical support center"),
        (("1.培训执法人员二百人次。", "2.宣传"), 124, "1.培训执法人员二百人次。\n2.宣传"),
        (("全年不少于三场", "。"), 94, "全年不少于三场。"),
        (("通过专利开放许可", "（试点）达成的数量"), 94, "通过专利开放许可（试点）达成的数量"),
        (("编制调研报告", "份。5、优化"), 94, "编制调研报告份。5、优化"),
        (
            ("培训服务 9场次", "举办 ≥4场", "发布会 1场", "研究 1份"),
            72,
            "培训服务 9场次\n举办 ≥4场\n发布会 1场\n研究 1份",
        ),
        (("会议 4场", "研究 1份", "成果发布会议", "3场"), 64, "会议 4场\n研究 1份\n成果发布会议 3场"),
        (("研究报告全文", " 9份"), 64, "研究报告全文 9份"),
        (("指标1：参与学生数", "指标2：开设课程数"), 88, "指标1：参与学生数\n指标2：开设课程数"),
        (("≥1200人", "≥15门"), 39, "≥1200人\n≥15门"),
        (("≥96%；物资完好率", "≥96%；报告率"), 78, "≥96%；物资完好率≥96%；报告率"),
        (("支出符合绩效", "指标要求"), 64, "支出符合绩效指标要求"),
    ],
)
def test_a_full_line_goes_on_and_a_short_one_ends(texts: tuple[str, ...], width: float, read: str) -> None:
    assert paragraphs(lines(stacked(*texts)), 0, width) == read


def test_gaps_between_characters_are_no_spaces_but_between_words_they_are() -> None:
    row = [Piece("项目", 0, 0, 20, 10, 10), Piece("名称", 26, 0, 46, 10, 10)]
    assert joined(row, " ") == "项目名称"
    words = [Piece("TISC", 0, 0, 20, 10, 10), Piece("centre", 23, 0, 46, 10, 10)]
    assert joined(words, " ") == "TISC centre"


def test_a_gap_beside_a_digit_is_a_space_where_programs_leave_none_of_their_own() -> None:
    report, count = Piece("报告", 0, 0, 20, 10, 10), Piece("9份", 22.4, 0, 37, 10, 10)
    assert joined([report, count], " ") == "报告 9份"
    assert joined([report, Piece("9", 22.4, 0, 27, 10, 10), Piece("份", 29.4, 0, 39, 10, 10)], " ") == "报告9份"


def test_letters_of_different_height_share_a_line() -> None:
    assert len(lines([Piece("≥", 0, 2, 10, 12, 10), Piece("98%", 10, 0, 30, 10, 10)])) == 1
