"""Web pages: what a browser shows of HTML, saved pages (MHTML) and the HTML that office programs export."""

from parsers.formats.html.page import HTML
from parsers.formats.html.saved import MHTML

__all__ = ["HTML", "MHTML"]
