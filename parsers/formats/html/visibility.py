"""Which elements of a page a browser shows: what is no content, what is hidden, what breaks a line."""

import re
from functools import lru_cache

from lxml.etree import _Element

from parsers.formats.html.style_sheets import Selector, rules

NO_CONTENT = frozenset(
    ["head", "script", "style", "template", "noscript", "noframes", "iframe", "object", "applet", "audio", "video"]
) | frozenset(
    ["canvas", "svg", "math", "map", "datalist", "select", "rp", "rt", "xml", "link", "meta", "param", "source"]
)
"""Elements whose text nobody sees, phonetic text over characters (`rt`) among them; lists to choose from, too."""

HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
BREAKING = (
    HEADINGS
    | frozenset(
        [
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "center",
            "dd",
            "details",
            "dialog",
            "dir",
            "div",
            "dl",
            "dt",
        ]
    )
    | frozenset(
        ["fieldset", "figcaption", "figure", "footer", "form", "header", "hr", "html", "legend", "li", "main", "menu"]
    )
    | frozenset(["nav", "ol", "p", "pre", "search", "section", "summary", "ul"])
)
"""Elements before and after which a line ends."""

_HIDDEN_STYLE = re.compile(r"(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))", re.IGNORECASE)


@lru_cache(maxsize=4096)
def hides(style: str) -> bool:
    """Whether a style says that nothing is shown.

    >>> hides("color:red; DISPLAY : none"), hides("display:block")
    (True, False)
    """
    return _HIDDEN_STYLE.search(style) is not None


class Visibility:
    """What a page hides, by the elements themselves and by the classes and names its style sheets hide.

    >>> from lxml.html import document_fromstring as parsed
    >>> sheet = "<style>.x, p.y{color:red;display:none} @media print{.z{display:none}} .u .v{display:none}</style>"
    >>> page = parsed(sheet + "<p class='a x'>1<p class=y>2<b class=y>3</b><p class=z>4<p class=v>5<p hidden>6")
    >>> seen = Visibility(page)
    >>> [element.text for element in page.iter("p", "b") if seen.hides(element)]
    ['1', '2', '6']
    """

    def __init__(self, root: _Element) -> None:
        self._hidden = {selector for selector, body in rules(root, "none", "hidden") if hides(body)}

    def hides(self, element: _Element) -> bool:
        """Whether an element is not shown, as it says itself or as a style sheet of the page says."""
        style = element.get("style")
        if (style is not None and hides(style)) or element.get("hidden") is not None:
            return True
        return bool(self._hidden) and self._hides_by_sheet(element)

    def _hides_by_sheet(self, element: _Element) -> bool:
        tag = str(element.tag)
        named = [(".", name) for name in (element.get("class") or "").split()]
        if (name := element.get("id")) is not None:
            named.append(("#", name))
        return any(Selector(of, *own) in self._hidden for of in ("", tag) for own in named)
