"""Word files as they come: other namespaces, other places of the parts, missing parts, damage."""

import io
import zipfile

import docx as python_docx
import pytest

from parsers.formats import Request, read
from parsers.formats.docx import DOCX
from schema.catalogue import Code
from schema.document import Text
from schema.limits import Limits
from schema.read_error import ReadError
from schema.source import Status
from tests.parsers.formats.conftest import drawn
from tests.parsers.formats.docx.wordml import docx, p, part, r, tbl, tr, zipped

FORM = docx(p(r("绩效目标表")) + tbl(tr("项目名称", "修路"), tr("指标", "≥5公里")))
SHOWN = ["paragraph 1 绩效目标表", "[table 1]", "1: 项目名称 | 修路", "2: 指标 | ≥5公里"]
TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/{}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
RELATED = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="{}/officeDocument" Target="{}"/></Relationships>'
BODY = part("document", "<w:body>" + p(r("甲")) + "</w:body>")


def status(content: bytes, limits: Limits | None = None) -> Status:
    """The status that a file ends with."""
    with pytest.raises(ReadError) as refused:
        read(content, "a.docx", Request(limits or Limits()))
    return refused.value.status


def without(content: bytes, *names: str) -> bytes:
    """The package without some of its parts."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return zipped({name: archive.read(name).decode() for name in archive.namelist() if name not in names})


@pytest.mark.parametrize("name", ["表.docx", "表.doc", "表.wps", "表.dotx", "表.txt", ""])
def test_the_content_is_a_word_file_whatever_its_name(name: str) -> None:
    document = read(FORM, name, Request())
    assert document.source == "docx"
    assert drawn(document) == SHOWN


def test_the_strict_namespace_is_read_alike() -> None:
    with zipfile.ZipFile(io.BytesIO(FORM)) as archive:
        plain = archive.read("word/document.xml").decode()
    strict = plain.replace("schemas.openxmlformats.org/wordprocessingml/2006", "purl.oclc.org/ooxml/wordprocessingml")
    assert strict != plain
    assert drawn(read(zipped({"word/document.xml": strict}), "a.docx", Request())) == SHOWN


@pytest.mark.parametrize(
    "target", ["word/document2.xml", "/word/document2.xml", "body.xml", "./body.xml", "Word/Main.xml"]
)
@pytest.mark.parametrize(
    "kind",
    [
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "http://purl.oclc.org/ooxml/officeDocument/relationships",
    ],
)
def test_the_main_part_is_where_the_package_says(target: str, kind: str) -> None:
    name = target.lstrip("./")
    parts = {"[Content_Types].xml": TYPES.format(name), "_rels/.rels": RELATED.format(kind, target), name: BODY}
    assert drawn(read(zipped(parts), "a", Request())) == ["paragraph 1 甲"]


def test_another_prefix_is_the_same_name() -> None:
    body = (
        BODY.replace("<w:", "<ns0:").replace("</w:", "</ns0:").replace("xmlns:w=", "xmlns:ns0=").replace("w:", "ns0:")
    )
    assert drawn(read(zipped({"word/document.xml": body}), "a", Request())) == ["paragraph 1 甲"]


def test_an_encoding_that_is_declared_is_believed() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", BODY.replace("UTF-8", "UTF-16").encode("utf-16"))
    assert drawn(read(buffer.getvalue(), "a", Request())) == ["paragraph 1 甲"]


def test_a_folder_of_word_files_is_no_word_file() -> None:
    assert not DOCX.matches(zipped({"word/附件1.docx": "a", "word/document.doc": "a"}), "a.zip")
    assert not DOCX.matches(zipped({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<a/>"}), "a.docx")


def test_damage_is_named() -> None:
    types = {"[Content_Types].xml": TYPES.format("word/document.xml"), "word/styles.xml": part("styles", "")}
    assert status(zipped(types)) is Status.CORRUPT
    assert status(zipped({"word/document.xml": "<a/>"})) is Status.CORRUPT
    assert status(zipped({"word/document.xml": part("document", "")})) is Status.CORRUPT
    assert status(zipped({"word/document.xml": part("document", "<w:body>")[:-20]})) is Status.CORRUPT
    assert status(docx("")) is Status.CORRUPT
    assert (
        status(zipped({"word/document.xml": BODY.replace("<w:document", "<!DOCTYPE a><w:document")})) is Status.UNSAFE
    )
    deep = "<w:sdt><w:sdtContent>" * 200
    assert status(docx(deep + p(r("甲")) + deep.replace("<", "</")[::1])) in {Status.CORRUPT, Status.LIMIT}


def test_a_file_without_optional_parts_is_read() -> None:
    full = docx(p(r("甲"), '<w:pStyle w:val="1"/><w:numPr><w:numId w:val="1"/></w:numPr>'), styles="", numbering="")
    for names in ((), ("word/styles.xml",), ("word/numbering.xml",), ("word/styles.xml", "word/numbering.xml")):
        assert drawn(read(without(full, *names), "a", Request())) == ["paragraph 1 甲"]


def test_a_file_cut_off_anywhere_is_truncated() -> None:
    assert {status(FORM[:cut]) for cut in range(60, len(FORM), 7)} == {Status.TRUNCATED}


@pytest.mark.parametrize("odd", ["<w:p>", "</w:r>", "<w:p></w:r>", "<w:p><w:r></w:p></w:r>", "&a;", "<w:p w:a=1/>"])
def test_a_body_that_is_no_xml_is_damaged_wherever_its_words_stand(odd: str) -> None:
    assert status(docx(p(r("绩效目标表")) + odd + tbl(tr("项目名称", "修路"), tr("指标", "≥5公里")))) is Status.CORRUPT


@pytest.mark.parametrize("times", [130, 500])
@pytest.mark.parametrize(
    "around", [("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"), ("<w:ins><w:p>", "</w:p></w:ins>")]
)
def test_a_body_that_nests_too_deep_is_refused_whatever_it_nests(around: tuple[str, str], times: int) -> None:
    opened, closed = around
    assert status(docx(opened * times + p(r("甲")) + closed * times)) is Status.LIMIT


def test_cells_and_characters_have_a_limit() -> None:
    assert status(FORM, Limits(cells=3)) is Status.LIMIT
    assert status(FORM, Limits(characters=16)) is Status.LIMIT
    assert drawn(read(FORM, "a", Request(Limits(cells=4, characters=17)))) == SHOWN


def test_nesting_has_a_limit_and_stays_within_what_python_bears() -> None:
    def nested(depth: int) -> bytes:
        body = p(r("甲"))
        for _ in range(depth):
            body = tbl(tr("<w:tc>" + body + p("") + "</w:tc>"))
        return docx(body)

    assert "甲" in drawn(read(nested(80), "a", Request()))[-1]
    assert status(nested(90)) is Status.LIMIT


def test_cells_are_those_python_docx_sees() -> None:
    made = python_docx.Document()
    table = made.add_table(4, 5)
    for number, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = f"格{number}"
    table.cell(0, 0).merge(table.cell(2, 1))
    table.cell(1, 3).merge(table.cell(1, 4))
    table.cell(2, 2).merge(table.cell(3, 2))
    buffer = io.BytesIO()
    made.save(buffer)
    grid = read(buffer.getvalue(), "a.docx", Request()).grids[0]
    for row, line in enumerate(made.tables[0].rows, start=1):
        for column, theirs in enumerate(line.cells, start=1):
            ours = grid.at(row, column)
            assert ours is not None
            assert ours.text == theirs.text


def test_styles_count_in_a_document_of_two_bytes_a_character() -> None:
    paragraphs = p(r("附件一"), '<w:pStyle w:val="1"/>') + p(r("表"))
    body = part("document", f"<w:body>{paragraphs}</w:body>")
    heading = part("styles", '<w:style w:styleId="1"><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>')
    wide = zipped({"word/document.xml": body.replace("UTF-8", "UTF-16"), "word/styles.xml": heading})
    with zipfile.ZipFile(io.BytesIO(wide)) as narrow, zipfile.ZipFile(made := io.BytesIO(), "w") as archive:
        for name in narrow.namelist():
            text = narrow.read(name).decode()
            archive.writestr(name, text.encode("utf-16" if "document" in name else "utf-8"))
    found = read(made.getvalue(), "a.docx", Request())
    assert [block.form_boundary for block in found.blocks] == [True, False]
    assert found.diagnostics == ()


def test_a_file_embedded_in_the_body_is_told() -> None:
    found = read(docx(p(r("甲")) + '<w:altChunk w:id="a"/>' + p(r("乙"))), "a.docx", Request())
    assert [block.text for block in found.blocks if isinstance(block, Text)] == ["甲", "乙"]
    assert [(odd.code, odd.args) for odd in found.diagnostics] == [(Code.PART_NOT_READ, {"count": "1"})]


@pytest.mark.parametrize(
    ("dress", "texts"),
    [
        ("<w:strike/>", ["≥50件"]),
        ('<w:dstrike w:val="true"/>', ["≥50件"]),
        ('<w:strike w:val="0"/>', []),
        ("<w:b/>", []),
    ],
)
def test_text_that_is_struck_through_is_read_and_said(dress: str, texts: list[str]) -> None:
    run = f"<w:r><w:rPr>{dress}</w:rPr><w:t>≥50件</w:t></w:r><w:r><w:t>≥40件</w:t></w:r>"
    found = read(docx(f"<w:p>{run}</w:p>"), "a.docx", Request())
    assert drawn(found) == ["paragraph 1 ≥50件≥40件"]
    assert [odd.args["texts"] for odd in found.diagnostics if odd.code is Code.STRUCK_TEXT] == texts
