"""OpenDocument text as LibreOffice writes it, and by hand."""

from pathlib import Path

import pytest

from parsers.formats import Request, read
from parsers.formats.odt import ODT
from schema.read_error import ReadError
from schema.source import Status
from tests.parsers.formats.conftest import drawn
from tests.parsers.formats.odt import written

FORM = (Path(__file__).parent.parent / "files" / "form-libreoffice.odt").read_bytes()
STYLES = (
    '<office:automatic-styles><style:style style:name="S"><style:text-properties style:font-name="Symbol"/></style:style>'
    '<style:style style:name="H"><style:text-properties text:display="none"/></style:style>'
    '<style:style style:name="U"><style:text-properties style:text-position="super 58%"/></style:style></office:automatic-styles>'
)


def odt(body: str) -> bytes:
    """A text with a body."""
    return written.odt(STYLES, body)


def shown(body: str) -> list[str]:
    """What a body reads as, drawn."""
    return drawn(read(odt(body), "a.odt", Request()))


def span(style: str, text: str) -> str:
    """Words in a style."""
    return f'<text:span text:style-name="{style}">{text}</text:span>'


def cell(text: str, more: str = "") -> str:
    """A cell."""
    return f"<table:table-cell {more}>{text if text.startswith('<') else f'<text:p>{text}</text:p>'}</table:table-cell>"


def table(*rows: str) -> str:
    """A table; a row is its cells."""
    return "<table:table>" + "".join(f"<table:table-row>{row}</table:table-row>" for row in rows) + "</table:table>"


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        (span("S", "\uf0b3") + "95%", "≥95%"),
        ("\uf0a35天", "≤5天"),
        ("10m" + span("U", "2") + span("H", "藏"), "10m²"),
        ('甲<text:tab/>乙<text:line-break/>丙<text:s text:c="2"/>丁', "甲\t乙⏎丙  丁"),
        ("甲\n   乙<text:note>注</text:note>", "甲 乙"),
        ("<text:ruby><text:ruby-base>拼</text:ruby-base><text:ruby-text>pin</text:ruby-text></text:ruby>", "拼"),
        ("<text:a>甲</text:a><text:bookmark text:name='_GoBack'/>", "甲"),
    ],
)
def test_what_a_person_sees(inside: str, expected: str) -> None:
    assert shown(table(cell(f"<text:p>{inside}</text:p>"))) == ["[table 1]", f"1: {expected}"]


def test_cells_stand_where_people_see_them() -> None:
    rows = (
        cell("甲", 'table:number-rows-spanned="2"') + cell("", 'table:number-columns-repeated="2"') + cell("乙"),
        "<table:covered-table-cell/>" + cell("丙", 'table:number-columns-spanned="3"'),
    )
    assert shown(table(*rows)) == ["[table 1]", "1: 甲 |  |  | 乙", "2: 甲 | 丙 | 丙 | 丙"]


def test_paragraphs_lists_boxes_and_changes() -> None:
    body = (
        "<text:tracked-changes><text:p>删</text:p></text:tracked-changes><text:h>题</text:h>"
        "<text:list><text:list-item><text:p>甲</text:p></text:list-item></text:list>"
        "<text:p><text:bookmark-start text:name='_Toc1'/>乙<draw:frame><draw:text-box><text:p>框</text:p></draw:text-box></draw:frame></text:p>"
    )
    assert shown(body) == ["paragraph 1* 题", "paragraph 2 甲", "paragraph 3* 乙", "paragraph 4 框"]


def test_a_table_in_a_cell_is_one_of_its_own_unless_it_only_lines_up() -> None:
    inner = table(cell("1") + cell("2"), cell("3") + cell("4"))
    assert shown(table(cell("甲") + cell(inner)))[2:] == [
        "[table 1 › row 1 column 2 › table 1]",
        "1: 1 | 2",
        "2: 3 | 4",
    ]
    assert shown(table(cell("甲") + cell(table(cell("1"), cell("2")))))[1:] == ["1: 甲 | 1⏎2"]


def test_the_form_of_libreoffice() -> None:
    lines = drawn(read(FORM, "a.wps", Request()))
    assert lines[0] == "paragraph 1* 附件1 绩效目标表"
    assert "6: 绩⏎效⏎指⏎标 | 产出指标 | 质量指标 | 验收合格率 | 验收合格率 | 95%" in lines
    assert lines[-1] == "paragraph 5 注：☑是"


def test_bad_input() -> None:
    for content, expected in (
        (FORM[:9000], Status.TRUNCATED),
        (odt(""), Status.CORRUPT),
        (odt("<text:p>"), Status.CORRUPT),
    ):
        with pytest.raises(ReadError) as refused:
            ODT.read(content, Request())
        assert refused.value.status is expected


def test_huge_repetitions_and_spans_end() -> None:
    huge = 'table:number-columns-repeated="200000000" table:number-columns-spanned="200000000"'
    assert len(shown(table(cell("甲", huge) + cell("")))) == 2
