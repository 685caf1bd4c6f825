"""The fonts of cells and of runs, as XlsxWriter, openpyxl and other programs state them."""

import pytest

from parsers.formats.xlsx.fonts import Font, font, fonts
from schema.catalogue import Code
from schema.document import Document
from tests.parsers.formats.workbooks import document, drawn, workbook, written


def _struck(found: Document) -> list[tuple[str | None, str, str]]:
    return [
        (said.span.place if said.span else None, said.args["count"], said.args["texts"])
        for said in found.diagnostics
        if said.code is Code.STRUCK_TEXT
    ]


def test_signs_of_symbol_fonts_are_read_as_they_show() -> None:
    content = written(
        lambda book, sheet: (
            sheet.write_rich_string("A1", "参保率", book.add_format({"font_name": "Symbol"}), "³", "95%"),
            sheet.write("A2", "þ是", book.add_format({"font_name": "Wingdings"})),
            sheet.write("A3", "³是", book.add_format({"font_name": "宋体"})),
        )
    )
    assert drawn(document(content)) == ["[sheet 目标]", "1,1 参保率≥95%", "2,1 ☑是", "3,1 ³是"]


def test_struck_text_is_read_and_said() -> None:
    content = written(
        lambda book, sheet: (
            sheet.write("A1", "≥50件", book.add_format({"font_strikeout": True})),
            sheet.write("A2", 0.9, book.add_format({"font_strikeout": True, "num_format": "0%"})),
            sheet.write_rich_string("A3", book.add_format({"font_strikeout": True}), "≥80件", "≥60件", "，其余不变"),
            sheet.write("A4", "≥70件"),
        )
    )
    found = document(content)
    assert drawn(found)[1:] == ["1,1 ≥50件", "2,1 90%", "3,1 ≥80件≥60件，其余不变", "4,1 ≥70件"]
    assert _struck(found) == [("sheet 目标", "3", "≥50件、90%、≥80件")]


def test_inline_strings_and_fonts_stated_by_other_programs_are_looked_at_too() -> None:
    runs = '<r><rPr><strike/></rPr><t>≥50件</t></r><r><rPr><rFont val="Symbol"/></rPr><t>£9天</t></r>'
    rows = (
        f'<row><c t="inlineStr"><is>{runs}</is></c><c s="1" t="str"><v>≥5</v></c><c s="9" t="str"><v>≥6</v></c></row>'
    )
    fonts_of = '<fonts><font/><font><strike val="true"/></font><font><strike val="false"/></font></fonts>'
    styles = f'{fonts_of}<cellXfs><xf fontId="2"/><xf fontId="1"/><xf fontId="77"/></cellXfs>'
    found = document(workbook(f"<sheetData>{rows}</sheetData>", styles=styles))
    assert drawn(found)[1:] == ["1,1 ≥50件≤9天", "1,2 ≥5", "1,3 ≥6"]
    assert _struck(found) == [("sheet 目标", "2", "≥50件、≥5")]


@pytest.mark.parametrize("text", ["", "甲"])
def test_a_font_that_states_nothing_changes_nothing(text: str) -> None:
    assert font(None) == Font()
    assert font(None).shown(text) == text
    assert fonts(None) == {}
