"""Binary Excel workbooks (.xlsb), read by calamine: values without their number formats, and said to be so."""

from parsers.formats.xlsb.workbook import XLSB

__all__ = ["XLSB"]
