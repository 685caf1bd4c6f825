"""OpenDocument text (.odt, .ott), as LibreOffice and WPS write it."""

from parsers.formats.odt.text import ODT

__all__ = ["ODT"]
