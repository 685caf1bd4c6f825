"""Excel 97-2003 workbooks (.xls, and .et of WPS): what a person sees in every sheet."""

from parsers.formats.xls.workbook import XLS

__all__ = ["XLS"]
