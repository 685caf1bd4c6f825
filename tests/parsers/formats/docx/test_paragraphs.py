"""The words of a paragraph, as a person sees them."""

import pytest

from tests.parsers.formats.docx.wordml import p, r, said, shown, tbl, tc, tr

FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
BEGIN, SEPARATE, END = (FIELD.format(kind) for kind in ("begin", "separate", "end"))
CODE = "<w:r><w:instrText> PAGEREF a </w:instrText></w:r>"


def sym(font: str, code: str) -> str:
    """A sign of a font."""
    return f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'


def within(tag: str, inside: str) -> str:
    """Runs inside an element of the main namespace."""
    return f"<w:{tag}>{inside}</w:{tag}>"


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        # signs
        (sym("Symbol", "F0B3") + r("95%"), "≥95%"),
        (sym("symbol", "A3") + r("5"), "≤5"),
        (sym("Wingdings", "F0A8") + r("新增") + sym("Wingdings", "F0FE") + r("延续"), "□新增☑延续"),
        (sym("Wingdings 2", "F052") + sym("Wingdings 2", "0050"), "☑√"),
        (sym("宋体", "2265") + r("1"), "≥1"),
        (sym("Symbol", "xyz") + r("1"), "1"),
        (r("³95", '<w:rFonts w:ascii="Symbol"/>'), "≥95"),
        (r("\uf0b395"), "≥95"),
        (r("：\uf0a3 5天"), "：≤ 5天"),
        (r("a") + "<w:r><w:noBreakHyphen/></w:r>" + r("b") + "<w:r><w:softHyphen/></w:r>" + r("c"), "a-bc"),
        (r("甲") + "<w:r><w:tab/></w:r>" + r("乙") + "<w:r><w:br/></w:r>" + r("丙"), "甲\t乙\n丙"),
        ('<w:r><w:t>甲 </w:t></w:r><w:r><w:t xml:space="preserve"> 乙</w:t></w:r>', "甲 乙"),
        ("<w:r><w:t>\n  甲\n  </w:t></w:r>", "甲"),
        (r("10") + r("2", '<w:vertAlign w:val="superscript"/>') + r("m"), "10²m"),
        (r("CO") + r("2", '<w:vertAlign w:val="subscript"/>'), "CO₂"),
        (r("95") + "<w:r><w:footnoteReference w:id='1'/></w:r>" + r("%"), "95%"),
        # runs split mid-word, and what stands around them
        (r("≥") + r("9") + r("8") + r("%"), "≥98%"),
        (within("hyperlink", r("甲")) + within("smartTag", r("乙")) + within("customXml", r("丙")), "甲乙丙"),
        (within("sdt", "<w:sdtPr/>" + within("sdtContent", r("甲"))) + within("fldSimple", r("乙")), "甲乙"),
        (within("ruby", "") + within("r", within("ruby", within("rt", r("pin")) + within("rubyBase", r("拼")))), "拼"),
        # changes, hidden words
        (within("ins", r("95")) + within("del", "<w:r><w:delText>90</w:delText></w:r>") + r("%"), "95%"),
        (within("moveFrom", r("甲")) + within("moveTo", r("乙")), "乙"),
        (within("ins", within("del", r("甲")) + r("乙")), "乙"),
        (r("甲", "<w:vanish/>") + r("乙", '<w:vanish w:val="0"/>'), "乙"),
        # fields
        (BEGIN + CODE + SEPARATE + r("12") + END + r("页"), "12页"),
        (BEGIN + CODE + BEGIN + CODE + SEPARATE + r("9") + END + SEPARATE + r("甲") + END, "甲"),
        (SEPARATE + END + r("甲"), "甲"),
        ('<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r>' + END + r("是"), "☑是"),
        ('<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/></w:checkBox></w:ffData></w:fldChar></w:r>' + END + r("否"), "□否"),
        ('<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="定量"/><w:listEntry w:val="定性"/></w:ddList></w:ffData></w:fldChar></w:r>' + END, "定性"),
        # one of several renderings
        (r("甲") + "<mc:AlternateContent><mc:Choice Requires='x'>" + r("乙") + "</mc:Choice><mc:Fallback>" + r("丙") + "</mc:Fallback></mc:AlternateContent>", "甲乙"),
        ("<w:r><mc:AlternateContent><mc:Fallback><w:t>丙</w:t></mc:Fallback></mc:AlternateContent></w:r>", "丙"),
        (r("甲") + "<w:other>" + r("乙") + "</w:other>", "甲乙"),
    ],
)  # fmt: skip
def test_what_a_person_sees(inside: str, expected: str) -> None:
    assert said(inside) == expected
    assert shown(tbl(tr(tc(p(inside)), "值"))) == ["[table 1]", "1: " + expected.replace("\n", "⏎") + " | 值"]


def test_a_field_may_reach_over_paragraphs() -> None:
    body = p(BEGIN + CODE) + p(CODE + r("TOC")) + p(SEPARATE + r("目录")) + p(END + r("正文"))
    assert shown(body) == ["paragraph 1 目录", "paragraph 2 正文"]


def test_a_style_may_hide_or_dress() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="s"><w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr></w:style>'
    )
    body = p(r("甲") + r("乙", '<w:vanish w:val="0"/>'), '<w:pStyle w:val="h"/>') + p(r("³", '<w:rStyle w:val="s"/>'))
    assert shown(body, styles=styles) == ["paragraph 1 乙", "paragraph 2 ≥"]


def test_tab_stops_are_no_tabs() -> None:
    assert shown(p(r("甲"), '<w:tabs><w:tab w:val="left" w:pos="10"/></w:tabs>')) == ["paragraph 1 甲"]


BOX = "<w:txbxContent>" + p(r("框内")) + tbl(tr("产出指标", "12")) + "</w:txbxContent>"
MODERN = f"<mc:Choice Requires='wps'><w:drawing><wps:txbx>{BOX}</wps:txbx></w:drawing></mc:Choice>"
ALTERNATE = f"<w:r><mc:AlternateContent>{MODERN}<mc:Fallback><w:pict><v:textbox>{BOX}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"


def test_a_text_box_is_read_once_with_its_tables() -> None:
    expected = ["paragraph 1 框外", "paragraph 2 框内", "[table 1]", "1: 产出指标 | 12"]
    assert shown(p(r("框外") + ALTERNATE)) == expected
    assert shown(p(r("框外") + f"<w:r><w:pict><v:textbox>{BOX}</v:textbox></w:pict></w:r>")) == expected


def test_a_text_box_in_a_cell_belongs_to_it() -> None:
    assert shown(tbl(tr(tc(p(r("框外") + ALTERNATE)), "值"))) == ["[table 1]", "1: 框外⏎框内⏎产出指标⏎12 | 值"]
