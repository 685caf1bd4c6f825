"""Excel workbooks (.xlsx and its kin): what a person sees in every sheet."""

from parsers.formats.xlsx.workbook import XLSX

__all__ = ["XLSX"]
