"""What a person sees of a cell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.formats.markup import bookmarked, heading, shown


@pytest.mark.parametrize(
    ("raw", "seen"),
    [
        ("<p>1</p> <p>2021年</p>", "1\n2021年"),
        ('<P class="a">甲</P><div>乙</div>丙<br/>丁', "甲\n乙\n丙\n丁"),
        ("<p> </p><p>甲</p>", "甲"),
        ("甲\v\v 乙 ", "甲\n乙"),
        ("<span style='x'>≥</span><b>90</b>%", "≥90%"),
        ("<8小时", "<8小时"),
        ("<p><8小时</p>", "<8小时"),
        ("a<b", "a<b"),
        ("a<b>c", "a<b>c"),
        ("10<x<20，且 x > 5", "10<x<20，且 x > 5"),
        ("<项目名称>", "<项目名称>"),
        ("<table><tr><td>甲</td></tr></table>", "<table><tr><td>甲</td></tr></table>"),
        ("&lt;8小时&nbsp;", "<8小时"),
        ("&ge;90%&#65292;&#x4e2d;", "≥90%，中"),
        ("&amp;ge;", "&ge;"),
        ("&lt;p&gt;", "<p>"),
        ("AT&T&T &copy &没有;", "AT&T&T &copy &没有;"),
        ("1.5×10<sup>4</sup>m<sup>2</sup>", "1.5×10⁴m²"),
        ("CO<sub>2</sub>", "CO₂"),
        ("**绩效指标**", "绩效指标"),
        ("满意度（≥**%）、人数（≥**人）", "满意度（≥**%）、人数（≥**人）"),
        ("**", "**"),
        ("[bookmark: _Toc1]1.甲[bookmark:乙]", "1.甲"),
        ("[附件]", "[附件]"),
        ("\u3000\xa0甲\u3000乙\ufeff", "甲\u3000乙"),
    ],
)
def test_residue_goes_and_text_stays(raw: str, seen: str) -> None:
    assert shown(raw) == seen


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("# 甲", "甲"),
        ("######\u3000甲", "甲"),
        ("##甲 ##", "甲"),
        ("  ## 1.2024年", "1.2024年"),
        ("#1机组", None),
        ("####### 甲", None),
        ("## 甲\t乙", None),
        ("甲 # 乙", None),
    ],
)
def test_headings(line: str, text: str | None) -> None:
    assert heading(line) == text


@pytest.mark.parametrize(
    ("line", "marked"),
    [
        ("[bookmark: _Toc9]甲", True),
        ("[bookmark: 目标]", True),
        ("[bookmark: OLE_LINK1]甲", False),
        ("bookmark", False),
    ],
)
def test_bookmarks(line: str, *, marked: bool) -> None:
    assert bookmarked(line) is marked


@given(st.text(alphabet="<>pb/&;lt 甲[]bookmar:*#1\n\v"))
def test_any_text_is_shown_without_blank_lines(raw: str) -> None:
    assert all(line == line.strip() != "" for line in shown(raw).split("\n") if shown(raw))


@given(st.text(alphabet="绩效指标<>≥8小时&%*#（）[] "))
def test_text_without_residue_stays_as_it_is(raw: str) -> None:
    assert shown(raw).replace(" ", "") == raw.replace(" ", "") or raw.strip().startswith("**")
