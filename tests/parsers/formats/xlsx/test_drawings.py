"""Text boxes on sheets, drawn by XlsxWriter and part by part."""

import pytest

from schema.catalogue import Code
from schema.document import Document, Text
from schema.read_error import ReadError
from schema.source import Status
from tests.parsers.formats.workbooks import PACKAGE, document, parts, written, zipped

_DRAWN = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
_SHAPES = "http://schemas.openxmlformats.org/drawingml/2006/main"
_CHOICES = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_SHEET = '<sheetData><row r="3"><c r="A3" t="inlineStr"><is><t>数量</t></is></c></row></sheetData>'


def _with_drawing(drawing: str) -> bytes:
    """A workbook of one sheet with something drawn on it."""
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relation = f'<Relationship Id="rId1" Type="{office}/drawing" Target="../drawings/drawing1.xml"/>'
    return zipped(
        {
            **parts(_SHEET),
            "xl/worksheets/_rels/sheet1.xml.rels": f'<Relationships xmlns="{PACKAGE}">{relation}</Relationships>',
            "xl/drawings/drawing1.xml": drawing,
        }
    )


def _read(found: Document) -> list[str]:
    return [
        f"{block.place}{'*' if block.form_boundary else ''}: {block.text if isinstance(block, Text) else 'cells'}"
        for block in found.blocks
    ]


def test_a_title_in_a_text_box_stands_before_the_cells_and_a_note_behind_them() -> None:
    content = written(
        lambda _, sheet: (
            sheet.write("A3", "数量指标"),
            sheet.write("A4", "≥5件"),
            sheet.insert_textbox("B9", "注：含上级资金"),
            sheet.insert_textbox("A1", "项目绩效目标表\n（2024年度）"),
        )
    )
    assert _read(document(content)) == [
        "sheet 目标 › text box 1*: 项目绩效目标表",
        "sheet 目标 › text box 1: （2024年度）",
        "sheet 目标: cells",
        "sheet 目标 › text box 2: 注：含上级资金",
    ]


def test_a_sheet_of_text_boxes_alone_shows_them() -> None:
    content = written(lambda _, sheet: sheet.insert_textbox("C7", "见附件"))
    assert _read(document(content)) == ["sheet 目标 › text box 1: 见附件"]


@pytest.mark.parametrize(
    ("anchor", "texts"),
    [
        ("<x:from><x:row>0</x:row></x:from><x:grpSp><x:sp>{}</x:sp><x:sp>{}</x:sp></x:grpSp>", ["甲", "甲"]),
        (
            "<c:AlternateContent><c:Choice><x:sp>{}</x:sp></c:Choice><c:Fallback>{}</c:Fallback></c:AlternateContent>",
            ["甲"],
        ),
        ("<x:pic/>", []),
    ],
)
def test_groups_are_opened_and_alternatives_read_once(anchor: str, texts: list[str]) -> None:
    body = "<x:txBody><a:p><a:r><a:t>甲</a:t></a:r></a:p><a:p/></x:txBody>"
    spaces = f'xmlns:x="{_DRAWN}" xmlns:a="{_SHAPES}" xmlns:c="{_CHOICES}"'
    content = _with_drawing(
        f"<x:wsDr {spaces}><x:twoCellAnchor>{anchor.replace('{}', body)}</x:twoCellAnchor></x:wsDr>"
    )
    assert [block.text for block in document(content).blocks if isinstance(block, Text)] == texts


@pytest.mark.parametrize("drawing", ["", "<a>", "kein XML"])
def test_a_damaged_drawing_costs_its_text_boxes_and_is_said(drawing: str) -> None:
    found = document(_with_drawing(drawing))
    assert _read(found) == ["sheet 目标*: cells"]
    assert [(said.code, said.span and said.span.place) for said in found.diagnostics] == [
        (Code.DRAWING_NOT_READ, "sheet 目标")
    ]


def test_a_drawing_with_a_doctype_is_unsafe() -> None:
    with pytest.raises(ReadError) as refused:
        document(_with_drawing("<!DOCTYPE a><a/>"))
    assert refused.value.status is Status.UNSAFE
