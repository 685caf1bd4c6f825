"""The lattice: positioned text and ruling lines → tables with merged cells and boxes; geometry, whatever drew it."""

from parsers.formats.lattice.marks import Colour, Piece, Rule, Sheet
from parsers.formats.lattice.pages import Found, read_sheet

__all__ = ["Colour", "Found", "Piece", "Rule", "Sheet", "read_sheet"]
