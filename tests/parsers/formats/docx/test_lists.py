"""The numbers that Word shows and stores nowhere."""

import pytest

from tests.parsers.formats.docx.wordml import p, r, shown, tbl, tc, tr


def level(number: int, style: str, text: str, *others: str, start: int = 1) -> str:
    """A level of a list."""
    more = "".join(f"<w:{other}/>" for other in others)
    return f'<w:lvl w:ilvl="{number}"><w:start w:val="{start}"/><w:numFmt w:val="{style}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'


def numbering(*levels: str, more: str = "") -> str:
    """A definition 0 with its levels, used by the lists 1 and 2."""
    lists = "".join(f'<w:num w:numId="{key}"><w:abstractNumId w:val="0"/></w:num>' for key in (1, 2))
    return f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{lists}{more}'


def item(text: str, key: int = 1, depth: int = 0) -> str:
    """A paragraph of a list."""
    return p(r(text), f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{key}"/></w:numPr>')


def words(body: str, stated: str) -> list[str]:
    """The texts of a body with its numbers."""
    return [line.split(" ", 2)[2] for line in shown(body, numbering=stated)]


@pytest.mark.parametrize(
    ("style", "text", "expected"),
    [
        ("decimal", "%1.", ["1.甲", "2.乙"]),
        ("chineseCounting", "（%1）", ["（一）甲", "（二）乙"]),
        ("chineseCountingThousand", "%1、", ["一、甲", "二、乙"]),
        ("ideographDigital", "第%1条", ["第一条甲", "第二条乙"]),
        ("decimalEnclosedCircle", "%1", ["① 甲", "② 乙"]),
        ("lowerLetter", "%1)", ["a)甲", "b)乙"]),
        ("decimal", "指标%1：", ["指标1：甲", "指标2：乙"]),
        ("bullet", "\uf0b7", ["甲", "乙"]),
        ("none", "", ["甲", "乙"]),
        ("decimal", "附件", ["附件甲", "附件乙"]),
    ],
)
def test_each_style_shows_as_people_see_it(style: str, text: str, expected: list[str]) -> None:
    assert words(item("甲") + item("乙"), numbering(level(0, style, text))) == expected


def test_levels_count_inside_each_other() -> None:
    levels = numbering(level(0, "chineseCounting", "%1、"), level(1, "decimal", "%1.%2", "isLgl"))
    body = item("甲") + item("乙", depth=1) + item("丙", depth=1) + item("丁") + item("戊", depth=1)
    assert words(body, levels) == ["一、甲", "1.1 乙", "1.2 丙", "二、丁", "2.1 戊"]


def test_lists_of_one_definition_count_together_unless_one_starts_anew() -> None:
    more = '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    stated = numbering(level(0, "decimal", "%1."), more=more)
    assert words(item("甲") + item("乙", 2) + item("丙", 3) + item("丁", 3), stated) == ["1.甲", "2.乙", "5.丙", "6.丁"]


def test_a_number_never_joins_the_number_after_it() -> None:
    assert words(item("2024年绩效目标表"), numbering(level(0, "decimal", "%1."))) == ["1. 2024年绩效目标表"]


def test_a_cell_of_nothing_but_a_number_shows_it() -> None:
    row = tr(tc(item("")), "修路里程")
    assert shown(tbl(row, row), numbering=numbering(level(0, "decimal", "%1"))) == [
        "[table 1]",
        "1: 1 | 修路里程",
        "2: 2 | 修路里程",
    ]


def test_a_style_may_number() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    body = p(r("甲"), '<w:pStyle w:val="1"/>') + p(
        r("乙"), '<w:pStyle w:val="1"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    )
    found = shown(body, styles=styles, numbering=numbering(level(0, "decimal", "%1.")))
    assert found == ["paragraph 1 1.甲", "paragraph 2 乙"]


@pytest.mark.parametrize(
    "stated", ["", '<w:num w:numId="1"/>', '<w:num w:numId="1"><w:abstractNumId w:val="9"/></w:num>']
)
def test_a_list_that_is_defined_nowhere_shows_no_number(stated: str) -> None:
    assert words(item("甲"), stated) == ["甲"]


def test_a_definition_may_be_that_of_a_style() -> None:
    stated = (
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="s"/></w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="5"><w:styleLink w:val="s"/>{level(0, "decimal", "%1)", start=3)}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    assert words(item("甲"), stated) == ["3)甲"]
