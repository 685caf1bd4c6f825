"""The cells of a sheet part."""

import pytest

from parsers.formats.sheets import Sheet
from parsers.formats.xlsx.worksheet import Shelf, Worksheet, column_number, slot
from schema.catalogue import Code
from schema.limits import Limits
from schema.read_error import ReadError
from tests.parsers.formats.workbooks import document, drawn, rows, workbook

STYLES = (
    '<numFmts><numFmt numFmtId="176" formatCode="0!.0,&quot;万&quot;"/><numFmt numFmtId="177" formatCode="0;-0;;@"/></numFmts>'
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="176"/><xf numFmtId="14"/><xf numFmtId="177"/><xf numFmtId="9999"/></cellXfs>'
)


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ('<c t="s"><v>0</v></c>', "共享"),
        ('<c t="s"><v>1</v></c>', "发行≥5件"),
        ('<c t="inlineStr"><is><r><t>行</t></r><r><t>内</t></r><rPh sb="0" eb="1"><t>háng</t></rPh></is></c>', "行内"),
        ('<c t="str"><f>A1</f><v>公式_x000D_\n结果</v></c>', "公式⏎结果"),
        ('<c t="b"><v>0</v></c>', "FALSE"),
        ('<c t="d" s="3"><v>2024-12-31</v></c>', "2024/12/31"),
        ('<c t="d" s="3"><v>去年</v></c>', "去年"),
        ("<c><v>0.30000000000000004</v></c>", "0.3"),
        ("<c><v> 5 </v></c>", "5"),
        ("<c><v>非数</v></c>", "非数"),
        ('<c s="1"><v>0.95</v></c>', "95%"),
        ('<c s="1" t="n"><v>1</v></c>', "100%"),
        ('<c s="2"><v>231500</v></c>', "23.2万"),
        ('<c s="3"><v>45657</v></c>', "2024/12/31"),
        ('<c s="5"><v>7</v></c>', "7"),
        ('<c s="99"><v>7</v></c>', "7"),
        ('<c s="4"><v>0</v></c>', "~0"),
        ("<c><v>0</v></c>", "0"),
    ],
)
def test_a_cell_shows(cell: str, shown: str) -> None:
    strings = '<si><t xml:space="preserve"> 共享 </t></si><si><r><t>发行</t></r><r><rPr/><t>≥5件</t></r><rPh><t>fā</t></rPh></si>'
    found = document(workbook(rows(cell), strings=strings, styles=STYLES))
    assert drawn(found) == ["[sheet 目标]", f"1,1 {shown}"]
    assert found.diagnostics == ()


def test_an_error_is_shown_and_said() -> None:
    found = document(workbook(rows('<c t="e"><v>#DIV/0!</v></c>')))
    assert drawn(found) == ["[sheet 目标]", "1,1 #DIV/0!"]
    assert [(said.code, said.args["cells"]) for said in found.diagnostics] == [(Code.FORMULA_ERRORS, "A1")]


@pytest.mark.parametrize(
    "cell",
    [
        "<c/>",
        '<c s="1"/>',
        "<c><v/></c>",
        '<c t="str"><f>A1</f><v></v></c>',
        '<c t="inlineStr"><is/></c>',
        '<c t="inlineStr"><is><t> </t></is></c>',
    ],
)
def test_a_cell_shows_nothing(cell: str) -> None:
    assert drawn(document(workbook(rows(cell)))) == []


def test_days_may_count_from_1904() -> None:
    sheet = rows('<c s="3"><v>44195</v></c>')
    found = document(workbook(sheet, styles=STYLES, workbook='<workbookPr date1904="1"/>'))
    assert drawn(found)[1] == "1,1 2024/12/31"


def test_rows_and_cells_without_an_address_follow_the_one_before() -> None:
    sheet = '<sheetData><row r="3"><c r="B3"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row></sheetData>'
    assert drawn(document(workbook(sheet)))[1:] == ["3,2 1", "3,3 2", "4,1 3"]


def test_hidden_rows_and_columns_are_marked_and_named() -> None:
    cells = "".join(
        f'<row r="{row}" {hidden}><c r="A{row}"><v>1</v></c><c r="C{row}"><v>2</v></c></row>'
        for row, hidden in enumerate(["", 'hidden="1"', 'ht="0" customHeight="1"'], start=1)
    )
    found = document(workbook(f'<cols><col min="2" max="3" hidden="1"/></cols><sheetData>{cells}</sheetData>'))
    assert drawn(found)[1:] == ["1,1 1", "1,3 ~2", "2,1 ~1", "2,3 ~2", "3,1 ~1", "3,3 ~2"]
    assert {odd.code: dict(odd.args) for odd in found.diagnostics} == {
        Code.HIDDEN_ROWS: {"rows": "2, 3"},
        Code.HIDDEN_COLUMNS: {"columns": "C"},
    }


def test_a_formula_without_a_stored_value_is_named() -> None:
    found = document(workbook(rows('<c r="B1"><f>A1+1</f></c><c r="C1"><v>1</v></c>')))
    assert [(odd.code, odd.args["cells"]) for odd in found.diagnostics] == [(Code.FORMULA_WITHOUT_VALUE, "B1")]


def test_an_empty_value_of_a_formula_is_none_unless_it_is_said_to_be_text() -> None:
    found = document(workbook(rows('<c r="B1"><f>A1+1</f><v></v></c><c r="C1" t="str"><f>""</f><v></v></c>')))
    assert [(odd.code, odd.args["cells"]) for odd in found.diagnostics] == [(Code.FORMULA_WITHOUT_VALUE, "B1")]


@pytest.mark.parametrize("reference", ["", "A0", "A", "1", "AAAA1", "A99999999", "甲1", "A1048577"])
def test_what_is_no_address_is_no_slot(reference: str) -> None:
    assert slot(reference) is None


@pytest.mark.parametrize("letters", ["XFE", "ZZZZ", "1", ""])
def test_no_column_past_the_last(letters: str) -> None:
    with pytest.raises(ReadError):
        column_number(letters)


def test_a_sheet_takes_in_its_merges_whatever_their_corners() -> None:
    sheet = Sheet("目标")
    part = b'<w><mergeCells><mergeCell ref="$B$2:A1"/><mergeCell ref="C1"/><mergeCell ref="x"/></mergeCells></w>'
    Worksheet(sheet, Shelf((), (), since_1904=False, limits=Limits())).read(part, "a.xml")
    assert [tuple(merge) for merge in sheet.merges] == [(1, 1, 2, 2), (1, 3, 1, 3)]
