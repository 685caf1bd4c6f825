"""The styles of a workbook → the number format of each style a cell may name."""

from lxml.etree import _Element

from parsers.formats.number_formats import BUILTIN, NumberFormat, number_format
from parsers.formats.xlsx.names import local

GENERAL = number_format("General")


def formats(styles: _Element | None) -> list[NumberFormat]:
    """The formats of the styles of cells, in their order; none for a workbook without styles."""
    if styles is None:
        return []
    codes = {
        part.get("numFmtId"): part.get("formatCode") or ""
        for group in styles
        if local(group) == "numFmts"
        for part in group
    }
    return [
        _format(part.get("numFmtId") or "0", codes)
        for group in styles
        if local(group) == "cellXfs"
        for part in group
        if local(part) == "xf"
    ]


def _format(number: str, codes: dict[str | None, str]) -> NumberFormat:
    code = codes.get(number)
    if code is None:
        code = BUILTIN.get(int(number), "General") if number.isdecimal() and len(number) < 6 else "General"
    return number_format(code)
