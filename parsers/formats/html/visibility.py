"""Which elements of a page a browser shows: what is no content, what is hidden, what breaks a line."""

import re

from lxml.etree import _Element

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


def hides(element: _Element) -> bool:
    """Whether an element says of itself that it is not shown.

    >>> from lxml.html import fragment_fromstring as parsed
    >>> [hides(parsed(p)) for p in ("<p hidden>1</p>", "<p style='color:red;DISPLAY: none'>1</p>", "<p>1</p>")]
    [True, True, False]
    """
    style = element.get("style")
    if style is not None and _HIDDEN_STYLE.search(style):
        return True
    return element.get("hidden") is not None
