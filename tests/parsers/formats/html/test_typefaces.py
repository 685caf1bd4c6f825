"""Signs of symbol fonts on pages, as Word and old editors write them."""

import pytest

from parsers.formats import Request, read


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("<font face=Symbol>³</font>95%", "≥95%"),
        ("<p><span style='font-family:Symbol'>£</span>9天</p>", "≤9天"),
        ("<span style='font-size:9pt;mso-ascii-font-family:宋体;mso-symbol-font-family:Wingdings'>þ</span>是", "☑是"),
        ("<span style='font:10pt \"Wingdings 2\"'>R</span>是", "☑是"),
        ("<span style='font-family:宋体'>³</span>95%", "³95%"),
        ("<span style='font-family:SymbolMT'>³</span>", "³"),
        ("<span style='font-family:Symbol;display:none'>³</span>95%", "95%"),
        ("<td style='font-family:Symbol'>甲", "甲"),
    ],
)
@pytest.mark.parametrize(
    "row", ["<tr><td>{}</td></tr>", "<tr><td>{}<h1></h1></td></tr>", "<thead><tr><td>{}</td></tr></thead>"]
)
def test_signs_are_read_as_they_show(cell: str, shown: str, row: str) -> None:
    content = f"<html><meta charset=utf-8><p>绩效目标表<table>{row.format(cell)}</table></html>".encode()
    assert [found.text for found in read(content, "表.html", Request()).grids[0].cells] == [shown]
