"""OpenDocument spreadsheets (.ods): the text each cell shows, as its program stored it."""

from parsers.formats.ods.workbook import ODS

__all__ = ["ODS"]
