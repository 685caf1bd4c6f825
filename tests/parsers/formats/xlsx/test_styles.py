"""The number format of each style."""

from decimal import Decimal

from lxml import etree

from parsers.formats.xlsx.styles import formats


def test_styles_name_formats_by_number() -> None:
    styles = etree.fromstring(
        '<s><numFmts><numFmt numFmtId="9" formatCode="0.0%"/></numFmts><cellStyleXfs><xf numFmtId="1"/></cellStyleXfs>'
        '<cellXfs><xf numFmtId="9"/><xf/><xf numFmtId="31"/><xf numFmtId="x"/></cellXfs></s>'
    )
    assert [found.number(Decimal("0.5")) for found in formats(styles)] == ["50.0%", "0.5", "1900年1月0日", "0.5"]


def test_a_workbook_may_have_no_styles() -> None:
    assert formats(None) == []
