"""The walk over bytes says what the tree says, or nothing."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.formats.docx.body import Reading, marks_place
from parsers.formats.docx.lists import Lists
from parsers.formats.docx.names import BODY
from parsers.formats.docx.paragraphs import Story, special
from parsers.formats.docx.scanning import Scan, Unusual, plain
from parsers.formats.docx.styles import Styles
from parsers.formats.flow import blocks
from parsers.formats.package import Package
from parsers.formats.trees import parse
from schema.document import Block
from schema.limits import Limits
from tests.parsers.formats.docx.wordml import p, part, r, tbl, tc, tr

FILES = Path(__file__).parents[1] / "files"


_LEVELS = "".join(
    f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="{text}"/></w:lvl>'
    for at, text in enumerate(("%1.", "%1.%2"))
)
NUMBERING = parse(
    part(
        "numbering",
        f'<w:abstractNum w:abstractNumId="1">{_LEVELS}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
    ).encode(),
    Limits(),
    "numbering",
)
STYLES = parse(
    part(
        "styles",
        '<w:style w:type="paragraph" w:styleId="L"><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>'
        '</w:pPr></w:style><w:style w:type="paragraph" w:styleId="N"/>',
    ).encode(),
    Limits(),
    "styles",
)


def scanned(document: bytes) -> tuple[Block, ...] | None:
    """What the walk over bytes finds."""
    body = plain(document, 256)
    if body is None:
        return None
    try:
        return blocks(Scan(Styles(STYLES), marks_place, Lists(lambda: NUMBERING)).walk(body), Limits())
    except Unusual:
        return None


def walked(document: bytes) -> tuple[Block, ...]:
    """What the tree says."""
    body = parse(document, Limits(), "document").find(BODY)
    assert body is not None
    found = Reading(Story(Styles(STYLES), Lists(lambda: NUMBERING), special(body))).flow(body)
    return blocks(found, Limits())


def whole(body: str) -> bytes:
    """A document of a body."""
    return part("document", f"<w:body>{body}{p(r('完'))}</w:body>").encode()


TEXTS = st.sampled_from(["甲", " 乙 ", "", "a&amp;b&lt;c", "\n丙\n", "\t丁", "&#x4e00;", "≥95%"])
RUNS = st.one_of(
    st.builds(r, TEXTS, st.sampled_from(["", "<w:b/>", '<w:rFonts w:ascii="宋体"/>', "<w:ins/>"])),
    st.builds("<w:r><w:t>{}</w:t></w:r>".format, TEXTS),
    st.sampled_from(
        [
            "<w:r><w:tab/></w:r>",
            "<w:r><w:br/></w:r>",
            "<w:r><w:noBreakHyphen/></w:r>",
            "<w:proofErr/>",
            "<w:r><w:t/></w:r>",
        ]
    ),
    st.builds('<w:bookmarkStart w:id="1" w:name="{}"/>'.format, st.sampled_from(["_Toc1", "_GoBack", "a"])),
    st.sampled_from(
        [
            "<w:r><w:sym w:font='Symbol' w:char='F0B3'/></w:r>",
            "<w:del><w:r><w:delText>x</w:delText></w:r></w:del>",
            '<w:del w:id="1"><w:r><w:rPr><w:b/></w:rPr><w:delText>x</w:delText></w:r></w:del>',
            '<w:del w:id="1"><w:r><w:tab/></w:r></w:del>',
            "<w:sdt><w:sdtContent><w:r><w:t>内</w:t></w:r></w:sdtContent></w:sdt>",
        ]
    ),
)
PARAGRAPHS = st.builds(
    p,
    st.lists(RUNS, max_size=3).map("".join),
    st.sampled_from(
        [
            *(
                "",
                '<w:outlineLvl w:val="0"/>',
                '<w:tabs><w:tab w:val="left" w:pos="9"/></w:tabs>',
                "<w:jc w:val='left'/>",
            ),
            *('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>', '<w:numPr><w:numId w:val="1"/></w:numPr>'),
            '<w:pStyle w:val="L"/>',
            '<w:pStyle w:val="L"/><w:numPr><w:ilvl w:val="0"/></w:numPr>',
            '<w:pStyle w:val="L"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>',
            '<w:pStyle w:val="N"/><w:numPr><w:ilvl w:val="1"/><w:numId w:val="9"/></w:numPr>',
            '<w:numPr><w:ins w:id="3"/><w:numId w:val="1"/></w:numPr>',
            "<w:numPr/>",
        ]
    ),
)
CELLS = st.builds(
    lambda inside, properties: tc(inside or "<w:p/>", properties),
    st.lists(PARAGRAPHS, max_size=2).map("".join),
    st.sampled_from(
        ["", '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>", '<w:tcW w:w="100" w:type="dxa"/>']
    ),
)
ROWS = st.builds(
    lambda cells, properties: tr(*cells, properties=properties),
    st.lists(CELLS, max_size=3),
    st.sampled_from(["", '<w:gridBefore w:val="1"/>']),
)
TABLES = st.builds(lambda rows: tbl(*rows, columns=3), st.lists(ROWS, max_size=3))
LOOSE = st.sampled_from(
    [
        "<w:p/>",
        '<w:bookmarkStart w:id="2" w:name="_Toc2"/>',
        "<w:sectPr/>",
        "<w:sdt><w:sdtContent><w:p/></w:sdtContent></w:sdt>",
        '<w:sdt><w:sdtPr><w:tag w:val="a"/><w:rPr><w:b/></w:rPr></w:sdtPr><w:sdtContent><w:p><w:r><w:t>控</w:t></w:r></w:p></w:sdtContent></w:sdt>',
        "<w:sdt><w:p><w:r><w:t>外</w:t></w:r></w:p></w:sdt>",
    ]
)
BODIES = st.lists(st.one_of(PARAGRAPHS, TABLES, LOOSE), max_size=5).map("".join)


@settings(max_examples=300, deadline=None)
@given(body=BODIES)
def test_both_walks_agree(body: str) -> None:
    found = scanned(whole(body))
    assert found is None or found == walked(whole(body))


def test_both_walks_agree_on_real_files() -> None:
    for path in sorted(FILES.glob("*.docx")):
        content = path.read_bytes()
        if content[:2] == b"PK" and b"ExternalEntity" not in content and "External" not in path.name:
            document = Package(content, Limits()).part("word/document.xml")
            found = scanned(document)
            assert found is None or found == walked(document)


def test_deleted_words_and_content_controls_need_no_tree() -> None:
    deleted = '<w:del w:id="1"><w:r><w:rPr><w:b/></w:rPr><w:delText>≤</w:delText></w:r></w:del>'
    row = f"<w:sdt><w:sdtPr/><w:sdtContent>{tr('指标', tc(p(deleted + r('≥5'))))}</w:sdtContent></w:sdt>"
    document = whole(tbl(tr("项目", "修路"), row))
    assert scanned(document) == walked(document)


def test_numbered_paragraphs_need_no_tree() -> None:
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    document = whole(p(r("甲"), numbered) + tbl(tr(tc(p(r("乙"), numbered) + p(r("丙"), '<w:pStyle w:val="L"/>')))))
    found = scanned(document)
    assert found == walked(document)
    assert found is not None
    assert next(block.text for block in found if block.kind == "text") == "1.甲"


def test_a_plain_form_needs_no_tree() -> None:
    assert (
        scanned(whole(p(r("绩效目标表")) + tbl(tr("项目", "修路"), tr(tc("合计", '<w:gridSpan w:val="2"/>')))))
        is not None
    )


FORM = whole(tbl(tr("甲", "乙")))


@pytest.mark.parametrize(
    "document",
    [
        FORM.replace(b"<w:body>", b"<!-- a --><w:body>"),
        FORM.replace(b"<w:body>", b"<?a b?><w:body>"),
        FORM.replace("甲".encode(), "<![CDATA[甲]]>".encode()),
        FORM.replace("甲".encode(), b"\x01"),
        FORM.replace("甲".encode(), b"\xff"),
        FORM.replace(b"UTF-8", b"GBK"),
        FORM.replace(b"<w:body>", b'<w:body xmlns:w="urn:a">'),
        FORM.replace(b"w:tr>", b"x:tr>"),
        FORM.replace(b"</w:tc>", b"", 1),
        FORM.replace(b"</w:tbl>", b"", 1),
        FORM.replace(b"</w:document>", b""),
        FORM.replace(b"</w:tbl>", b"</w:tbl><w:p>"),
        FORM.replace(b"</w:tbl>", b"</w:tbl></w:r>"),
        FORM.replace(b"</w:tbl>", b"</w:tbl><w:p></w:r>"),
        FORM.replace("甲".encode(), "甲&乙;".encode()),
        FORM.replace(b'xml:space="preserve"', b"xml:space=preserve"),
        whole("<w:sdt><w:sdtContent>" * 20 + p(r("甲")) + "</w:sdtContent></w:sdt>" * 20),
        whole(tbl(tr(tc("<w:smartTag>" * 40 + "</w:smartTag>" * 40 + p(r("甲")))))),
        whole(tbl(tr("<w:tc>" + tbl(tr("甲")) + p("") + "</w:tc>"))),
        whole(tbl(tr("甲", "乙"), tr("丙"))),
        whole(tbl(tr(tc("甲", '<w:gridSpan w:val="&#50;"/>')))),
        whole(p(r("甲"), '<w:numPr><w:numId w:val="1"/><w:numberingChange w:id="1"/></w:numPr>')),
    ],
)
def test_what_is_unusual_is_left_to_the_tree(document: bytes) -> None:
    assert scanned(document) is None


def test_a_shallow_limit_is_left_to_the_tree() -> None:
    assert plain(FORM, 32)
    assert not plain(FORM, 31)
