"""A page as any source of pages offers it: its text to look at, and its tables to read."""

from collections.abc import Sequence
from typing import Protocol

from parsers.formats.lattice import Found, Rule, Sheet

_FEWEST = 2
_MARK = 40
"""A page with fewer letters over a picture shows that picture, with the mark of the program that took it."""


class Leaf(Protocol):
    """One page: of PDFium, of the second reader, and of whatever will read pages that are pictures."""

    @property
    def number(self) -> int:
        """The page, counted from 1."""

    @property
    def text(self) -> str:
        """All its text, in no promised order."""

    def read(self, before: Sequence[Sequence[float]] = (), lines: Sequence[Rule] = (), /) -> Found:
        """Its tables and the text between them, by what the pages before it tell.

        `before` has the sides of the cells of tables that may go on here, `lines` those of them that this page lacks.
        """

    def sheet(self) -> Sheet:
        """What is drawn on it."""

    def shows_anything(self) -> bool:
        """Whether anything beside text is drawn on it."""

    def is_pictured(self) -> bool:
        """Whether a picture covers most of it."""


def has_text(leaf: Leaf) -> bool:
    """Whether a page has more text than a page number, or than the mark of a scanner over its picture."""
    shown = "".join(leaf.text.split())
    if len(shown) < _FEWEST or not shown.strip("0123456789-—–第页共/"):
        return False
    return len(shown) >= _MARK or not leaf.is_pictured()
