"""The rules of the style sheets in a page, as far as they hold for one class or one name alone."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml.etree import _Element

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)|<!--|-->", re.DOTALL)
_SIMPLE = re.compile(r"(?P<tag>[a-z][a-z0-9]*)?(?P<mark>[.#])(?P<name>[\w-]+)", re.IGNORECASE)


class Selector(NamedTuple):
    """A class (`.`) or a name (`#`), of elements of one tag or, where that is empty, of any."""

    tag: str
    mark: str
    name: str


def rules(root: _Element, *words: str) -> Iterator[tuple[Selector, str]]:
    """Each simple selector with what it says, whatever stands around, in the sheets that hold one of some words.

    What holds for some media only is left out.

    >>> from lxml.html import document_fromstring as parsed
    >>> sheet = "<style>/* x */ .a, p.b{color:red} @media print{.c{color:red}} .d .e{color:red} #f{top:0}</style>"
    >>> [(*selector, body) for selector, body in rules(parsed(sheet + "<p>"), "color")]
    [('', '.', 'a', 'color:red'), ('p', '.', 'b', 'color:red'), ('', '#', 'f', 'top:0')]
    """
    for style in root.iter("style"):
        sheet = "".join(str(piece) for piece in style.itertext())
        if any(word in sheet.lower() for word in words):
            yield from _rules(_COMMENT.sub("", sheet))


def _rules(sheet: str) -> Iterator[tuple[Selector, str]]:
    depth = 0
    for piece in sheet.split("}"):
        selectors, *body = piece.split("{")
        if depth == 0 and len(body) == 1:
            for selector in selectors.rpartition(";")[2].split(","):
                found = _SIMPLE.fullmatch(selector.strip())
                if found is not None:
                    yield Selector((found["tag"] or "").lower(), found["mark"], found["name"]), body[0]
        depth = max(0, depth + len(body) - 1)
