"""Tables that a page makes of other elements by their style, as editors of web sites do: display: table-cell."""

import re
from collections.abc import Iterator, Mapping

from lxml.etree import _Element

from parsers.formats.html.style_sheets import Selector, rules

_DISPLAY = re.compile(
    r"(?:^|[;\s{])display\s*:\s*table(?P<part>-(?:row|header|footer)-group|-row|-cell)?\s*(?:!important\s*)?(?:;|$)",
    re.IGNORECASE,
)
_TAGS = {"": "table", "-row": "tr", "-cell": "td", "-row-group": "tbody", "-header-group": "thead"}
_GROUPS = frozenset(["tbody", "thead", "tfoot"])
_FEWEST = 2
"""A table has so many rows of so many cells; fewer only place parts of a page beside each other."""
MARK = b"table-cell"


def make_tables(root: _Element) -> None:
    """Give the elements that a style shows as tables, rows and cells the names of those.

    >>> from lxml.html import document_fromstring as parsed
    >>> row = "<p class=r><b style='display:table-cell'>甲</b><b style='display: table-cell;'>乙</b></p>"
    >>> page = parsed(f"<style>.r{{display:table-row}}</style><div style='display:table'>{row}{row}</div>")
    >>> make_tables(page)
    >>> [element.tag for element in page.iter("div", "table", "p", "tr", "td")]
    ['table', 'tr', 'td', 'td', 'tr', 'td', 'td']
    """
    sheet = {selector: tag for selector, body in rules(root, "table") if (tag := _tag(body)) is not None}
    shown = {element: tag for element in root.iter() if (tag := _shown_as(element, sheet)) is not None}
    for element, tag in shown.items():
        if tag != "table":
            continue
        groups = [group for group in element if shown.get(group) in _GROUPS]
        rows = [row for around in (element, *groups) for row in around if shown.get(row) == "tr"]
        cells = [[cell for cell in row if shown.get(cell) == "td"] for row in rows]
        if sum(len(row) >= _FEWEST for row in cells) >= _FEWEST:
            for part in (element, *groups, *rows, *(cell for row in cells for cell in row)):
                part.tag = shown[part]


def _shown_as(element: _Element, sheet: Mapping[Selector, str]) -> str | None:
    if not element.items():
        return None
    return _tag(element.get("style") or "") or next((sheet[own] for own in _selectors(element) if own in sheet), None)


def _selectors(element: _Element) -> Iterator[Selector]:
    for name in (element.get("class") or "").split():
        yield from (Selector(of, ".", name) for of in (str(element.tag), ""))
    if known := element.get("id"):
        yield from (Selector(of, "#", known) for of in (str(element.tag), ""))


def _tag(style: str) -> str | None:
    display = _DISPLAY.search(style) if style else None
    return _TAGS.get((display["part"] or "").lower(), "tfoot") if display is not None else None
