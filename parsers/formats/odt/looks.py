"""What the styles of a text do to words."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from lxml import etree

from parsers.formats.markup import raised
from parsers.formats.odt.names import FORMAT, STYLE, TEXT
from parsers.formats.symbols import is_symbol_font, signed

_CODES = re.compile("[\uf000-\uf0ff]")


class Look(NamedTuple):
    """What a style does to words: it hides them, strikes them, sets them higher or lower, makes signs of letters."""

    hidden: bool = False
    raising: str = ""
    font: str | None = None
    struck: bool = False

    def dressed(self, text: str) -> str:
        """A text as it is seen in this style."""
        if is_symbol_font(self.font) or _CODES.search(text):
            text = signed(self.font, text)
        return raised(text, down=self.raising == "sub") if self.raising in {"super", "sub"} else text


PLAIN = Look()
Looks = Mapping[str, Look]


def looks_of(root: etree._Element) -> Looks:
    """The looks that the styles of the content give, by the names of these."""
    found = {}
    for style in root.iter(STYLE("style")):
        for said in style.iterchildren(STYLE("text-properties")):
            found[style.get(STYLE("name")) or ""] = Look(
                hidden=said.get(TEXT("display")) == "none",
                raising=(said.get(STYLE("text-position")) or "").partition(" ")[0],
                font=said.get(STYLE("font-name")) or said.get(FORMAT("font-family")),
                struck=(said.get(STYLE("text-line-through-style")) or "none") != "none",
            )
    return found
