"""Paragraphs and tables in reading order, with every cell where it stands."""

import time

import pytest

from tests.parsers.formats.docx.wordml import docx, opened, p, r, shown, tbl, tc, tr

SPAN = '<w:gridSpan w:val="{}"/>'
TOP, UNDER = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def sdt(inside: str) -> str:
    """A content control."""
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def mark(name: str) -> str:
    """A bookmark."""
    return f'<w:bookmarkStart w:id="1" w:name="{name}"/><w:bookmarkEnd w:id="1"/>'


def width(twips: int) -> str:
    """The width of a cell."""
    return f'<w:tcW w:w="{twips}" w:type="dxa"/>'


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([tr("甲", "乙"), tr("丙", "丁")], ["1: 甲 | 乙", "2: 丙 | 丁"]),
        ([tr(tc("产出", TOP), "甲"), tr(tc("", UNDER), "乙"), tr("效益", "丙")], ["1: 产出 | 甲", "2: 产出 | 乙", "3: 效益 | 丙"]),
        ([tr(tc("标题", SPAN.format(3))), tr("甲", "乙", "丙")], ["1: 标题 | 标题 | 标题", "2: 甲 | 乙 | 丙"]),
        ([tr("甲", "乙", "丙"), tr("丁", properties='<w:gridBefore w:val="2"/>')], ["1: 甲 | 乙 | 丙", "2:  |  | 丁"]),
        ([tr("甲", properties='<w:gridAfter w:val="2"/>'), tr("乙", "丙", "丁")], ["1: 甲", "2: 乙 | 丙 | 丁"]),
        # horizontal merges of old
        ([tr(tc("甲", '<w:hMerge w:val="restart"/>'), tc("", "<w:hMerge/>"), "乙"), tr("1", "2", "3")], ["1: 甲 | 甲 | 乙", "2: 1 | 2 | 3"]),
        # malformed vertical merges
        ([tr(tc("甲", UNDER), "乙"), tr(tc("", UNDER), "丙")], ["1: 甲 | 乙", "2: 甲 | 丙"]),
        ([tr("甲", "乙"), tr(tc("丙", UNDER), "丁")], ["1: 甲 | 乙", "2: 丙 | 丁"]),
        ([tr(tc("甲", TOP + SPAN.format(2))), tr(tc("乙", UNDER), "丙")], ["1: 甲 | 甲", "2: 乙 | 丙"]),
        ([tr(tc("产出", TOP), "甲"), tr(tc("产出", UNDER), "乙")], ["1: 产出 | 甲", "2: 产出 | 乙"]),
        # rows, cells and their wrappers
        ([sdt(tr("甲", sdt(tc("乙")))), "<w:ins>" + tr("丙", "丁") + "</w:ins>"], ["1: 甲 | 乙", "2: 丙 | 丁"]),
        ([tr("甲", properties="<w:ins/>"), tr("乙", properties="<w:del/>"), tr("丙")], ["1: 甲", "2: 丙"]),
        ([tr("甲", tc("乙", "<w:cellDel/>"), "丙")], ["1: 甲 | 丙"]),
        (["<w:customXml>" + tr("<w:customXml>" + tc("甲") + "</w:customXml>") + "</w:customXml>"], ["1: 甲"]),
        # a wrong grid: the widths of the cells tell
        ([tr(tc("甲", width(100)), tc("乙", width(300))), tr(*(tc(str(n), width(100)) for n in range(4)))], ["1: 甲 | 乙 | 乙 | 乙", "2: 0 | 1 | 2 | 3"]),
        ([tr(tc("甲", width(2000)), tc("乙", width(1990))), tr(tc("丙", width(1010)), tc("丁", width(1000)), tc("戊", width(2000)))], ["1: 甲 | 甲 | 乙", "2: 丙 | 丁 | 戊"]),
        # cells of several lines
        ([tr(tc(p(r("甲")) + p("") + p(r("乙"))))], ["1: 甲⏎乙"]),
        ([tr(tc(p(r("绩")) + p(r("效"))), "值")], ["1: 绩⏎效 | 值"]),
        ([tr(tc(""), "值"), tr(tc("<w:p/>"), "数")], ["1:  | 值", "2:  | 数"]),
    ],
)  # fmt: skip
def test_cells_stand_where_people_see_them(rows: list[str], expected: list[str]) -> None:
    assert shown(tbl(*rows)) == ["[table 1]", *expected]


def test_a_row_may_be_hidden() -> None:
    cells = opened(tbl(tr("甲"), tr("乙", properties="<w:hidden/>"))).grids[0].cells
    assert [cell.hidden for cell in cells] == [False, True]


@pytest.mark.parametrize("span", [200_000_000, 2**31, 10**11, 5000])
def test_a_huge_span_ends_with_the_table(span: int) -> None:
    body = tbl(
        tr(tc("标题", SPAN.format(span))),
        tr("甲", tc("乙", SPAN.format(span)), "丙"),
        tr("1", "2", "3", "4"),
        columns=4,
    )
    body += tbl(tr(tc("单独", SPAN.format(span))))
    content = docx(body)
    before = time.process_time()
    found = shown(body)
    assert time.process_time() - before < 0.3
    assert len(content) < 5000
    assert found == [
        "[table 1]",
        "1: 标题 | 标题 | 标题 | 标题",
        "2: 甲 | 乙 | 乙 | 丙",
        "3: 1 | 2 | 3 | 4",
        "[table 2]",
        "1: 单独",
    ]


@pytest.mark.parametrize("name", ["gridBefore", "gridAfter"])
def test_a_huge_gap_is_none(name: str) -> None:
    assert shown(tbl(tr("甲", properties=f'<w:{name} w:val="200000000"/>'))) == ["[table 1]", "1: 甲"]


def test_paragraphs_and_tables_keep_their_order() -> None:
    body = (
        p(r("甲"))
        + tbl(tr("乙"))
        + sdt(p(r("丙")) + tbl(tr("丁")))
        + "<w:ins>"
        + p(r("戊"))
        + "</w:ins>"
        + "<w:sectPr/>"
    )
    assert shown(body) == [
        "paragraph 1 甲",
        "[table 1]",
        "1: 乙",
        "paragraph 2 丙",
        "[table 2]",
        "1: 丁",
        "paragraph 3 戊",
    ]


def test_a_paragraph_of_two_lines_is_two_lines() -> None:
    assert shown(p(r("绩效目标表") + "<w:r><w:br/></w:r>" + r("（2024年度）"))) == [
        "paragraph 1 绩效目标表",
        "paragraph 1 （2024年度）",
    ]


STYLES = '<w:style w:type="paragraph" w:styleId="1"><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (p(mark("_Toc1") + r("甲")), ["paragraph 1* 甲"]),
        (mark("_Toc1") + p(r("甲")), ["paragraph 1* 甲"]),
        (p(mark("_GoBack") + r("甲")) + p(mark("_Hlk1") + r("乙")), ["paragraph 1 甲", "paragraph 2 乙"]),
        (p(r("甲"), '<w:pStyle w:val="1"/>'), ["paragraph 1* 甲"]),
        (p(r("甲"), '<w:outlineLvl w:val="2"/>'), ["paragraph 1* 甲"]),
        (p(r("甲"), '<w:outlineLvl w:val="9"/>'), ["paragraph 1 甲"]),
        (p(mark("_Toc1")) + p(r("甲")), ["paragraph 1* 甲"]),
        (p(mark("_Toc1") + r("- 3 -")) + p(r("甲")), ["paragraph 1 - 3 -", "paragraph 2* 甲"]),
        (mark("_Toc1") + tbl(tr("甲")), ["[table 1]*", "1: 甲"]),
        (p(mark("_Toc1")) + tbl(tr("甲")) + tbl(tr("乙")), ["[table 1]*", "1: 甲", "[table 2]", "1: 乙"]),
        (tbl(tr(tc(p(mark("_Toc1") + r("甲"))))), ["[table 1]", "1: 甲"]),
    ],
)
def test_what_the_file_marks_is_a_boundary(body: str, expected: list[str]) -> None:
    assert shown(body, styles=STYLES) == expected


FORM = tbl(tr("项目名称", "修路"), tr("指标", "≥5公里"))


def test_a_table_inside_a_cell_is_a_table_of_its_own() -> None:
    body = tbl(tr("甲", "乙"), tr(tc(p(r("见下")) + FORM + p("") + FORM + p(r("完"))), "丁"))
    assert shown(body) == [
        "[table 1]", "1: 甲 | 乙", "2: 见下⏎完 | 丁",
        "[table 1 › row 2 column 1 › table 1]", "1: 项目名称 | 修路", "2: 指标 | ≥5公里",
        "[table 1 › row 2 column 1 › table 2]", "1: 项目名称 | 修路", "2: 指标 | ≥5公里",
    ]  # fmt: skip


def test_a_form_in_tables_that_only_lay_out_is_found() -> None:
    assert shown(tbl(tr(tc(tbl(tr(tc(FORM + p(""))))))))[1:] == ["1: 项目名称 | 修路", "2: 指标 | ≥5公里"]


@pytest.mark.parametrize("inner", [tbl(tr("≥95%"), tr("≥90%")), tbl(tr("≥95%", "≥90%"))])
def test_a_table_inside_that_only_lines_up_is_text_of_the_cell(inner: str) -> None:
    assert shown(tbl(tr("满意度", tc(inner + p(""))))) == ["[table 1]", "1: 满意度 | ≥95%⏎≥90%"]
