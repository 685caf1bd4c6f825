"""Groups, words and characters of RTF as paragraphs and cells."""

import pytest

from parsers.formats import Request, read
from parsers.formats.rtf.walk import Walk
from tests.parsers.formats.conftest import drawn

ROW = r"\trowd\cellx100\cellx200\pard\intbl {}\cell {}\cell\row"
FONTS = r"{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset134 SimSun;}{\f2\fcharset2 Symbol;}{\f3\fcharset136 MingLiU;}}"


def shown(body: str) -> list[str]:
    """What a body reads as."""
    return drawn(read((r"{\rtf1\ansi\deff0" + FONTS + body + "}").encode("latin-1"), "a.rtf", Request()))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (r"\f1\'b2\'fa\f3\'b2\'a3\f0\'b1", "产產±"),
        (r"\u20135\'3f\u20986 ?", "产出"),
        (r"\uc2\u20135\'b2\'fa\uc0\u20986 ?", "产出?"),
        (r"\u-10179 ?\u-8704 ?", "\U0001f600"),
        (r"\u-3917 ?95%", "≥95%"),
        (r"{\f2\'b3}95%", "≥95%"),
        (r"\loch\af0\hich\af0\dbch\af1 \'b2\'fa\loch a", "产a"),
        (r"a{\v b}{\deleted c}{\*\unknown d}{\header e\par}{\field{\*\fldinst PAGE}{\fldrslt f}}{\revised g}", "afg"),
        (r"10{\super 2}\_\{\}\\\~x", "10²-{}\\\xa0x"),
        (r"\v a\plain b\v0", "b"),
        (r"{\listtext\pard\plain 1.\tab}a", "1.a"),
        (r"{\pict 0102}{\object{\*\objdata 00}{\result a}}", "a"),
        (r"{\upr{x}{\*\ud{y}}}", "y"),
    ],
)
def test_characters(body: str, expected: str) -> None:
    assert "".join(shown(body)).removeprefix("paragraph 1 ").startswith(expected)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (ROW.format("a", "b") + ROW.format(r"c\par d", r"e\line f"), ["1: a | b", "2: c⏎d | e⏎f"]),
        (r"\trowd\clmgf\cellx100\clmrg\cellx200\pard\intbl a\cell\cell\row" + ROW.format("b", "c"), ["1: a | a", "2: b | c"]),
        (r"\trowd\clvmgf\cellx100\cellx200\pard\intbl a\cell b\cell\row\trowd\clvmrg\cellx100\cellx200\pard\intbl\cell c\cell\row", ["1: a | b", "2: a | c"]),
        (r"\trowd\cellx200\pard\intbl a\cell\row" + ROW.format("b", "c"), ["1: a | a", "2: b | c"]),
        (r"\pard\intbl {a\cell b\cell}{\trowd\cellx100\cellx200\row}", ["1: a | b"]),
        # a table inside a cell, of two columns and two rows
        ((r"\pard\intbl\itap2 a\nestcell b\nestcell{\*\nesttableprops\trowd\cellx10\cellx20\nestrow}{\nonesttables\par}"
         r"c\nestcell d\nestcell{\*\nesttableprops\trowd\cellx10\cellx20\nestrow}\pard\intbl\itap1 e\cell f\cell\trowd\cellx100\cellx200\row"),
         ["1: e | f", "[table 1 › row 1 column 1 › table 1]", "1: a | b", "2: c | d"]),
    ],
)  # fmt: skip
def test_rows_and_cells(body: str, expected: list[str]) -> None:
    assert shown(body) == ["[table 1]", *expected]


def test_paragraphs_headings_and_boxes_keep_their_order() -> None:
    body = r"{\stylesheet{\s1\outlinelevel0 heading 1;}}\pard\s1 a{\shp{\*\shpinst{\sp{\sn x}{\sv y}}{\shptxt \pard b\par}}}\par\pard c\par"
    found = read((r"{\rtf1" + body + "}").encode(), "a.rtf", Request())
    assert drawn(found) == ["paragraph 1* a", "paragraph 2 b", "paragraph 3 c"]
    assert [block.form_boundary for block in found.blocks] == [True, False, False]


def test_a_box_in_a_header_is_left_out() -> None:
    assert shown(r"{\header{\shp{\*\shpinst{\shptxt b\par}}}}a\par") == ["paragraph 1 a"]


def test_a_bookmark_marks_a_place() -> None:
    found = read(rb"{\rtf1 {\*\bkmkstart _Toc1}{\*\bkmkend _Toc1}a\par{\*\bkmkstart _GoBack}b\par}", "a.rtf", Request())
    assert [block.form_boundary for block in found.blocks] == [True, False]


def test_groups_are_bounded() -> None:
    with pytest.raises(RecursionError):
        list(Walk(b"{" * 9, RecursionError, 8).paragraphs())
