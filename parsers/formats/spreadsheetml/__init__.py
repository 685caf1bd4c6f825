"""SpreadsheetML 2003 (.xml, often named .xls): the XML that Excel 2003 and web systems write as a workbook."""

from parsers.formats.spreadsheetml.workbook import SPREADSHEETML

__all__ = ["SPREADSHEETML"]
