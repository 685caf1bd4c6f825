"""Workbooks of Office 2003 for tests."""

_SPACES = (
    'xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns:html="http://www.w3.org/TR/REC-html40"'
)


def book(rows: str, *, styles: str = "", options: str = "", head: str = "", encoding: str = "UTF-8") -> bytes:
    """A workbook with one worksheet 目标."""
    text = (
        f'<?xml version="1.0" encoding="{encoding}"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook {_SPACES}>'
        f'{head}<Styles><Style ss:ID="Default"/>{styles}</Styles><Worksheet ss:Name="目标"><Table>{rows}</Table>'
        f"<x:WorksheetOptions>{options}</x:WorksheetOptions></Worksheet></Workbook>"
    )
    return text.encode(encoding)


def cell(text: str, kind: str = "String", attributes: str = "") -> str:
    """A cell with data."""
    return f'<Cell {attributes}><Data ss:Type="{kind}">{text}</Data></Cell>'


def row(*cells: str, attributes: str = "") -> str:
    """A row."""
    return f"<Row {attributes}>{''.join(cells)}</Row>"
