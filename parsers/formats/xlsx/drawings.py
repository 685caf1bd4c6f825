"""The text boxes that lie on a sheet, and the row each begins at: titles and notes are set in them."""

from collections.abc import Iterator

from lxml.etree import _Element

from parsers.formats.package import Package
from parsers.formats.sheets import shown
from parsers.formats.xlsx.names import local, related_parts

_ALTERNATIVE = "Fallback"
"""What programs show that do not know a shape; its text stands in the first choice as well."""


def text_boxes(package: Package, sheet: str) -> list[tuple[int, str]]:
    """The row and the text of each text box on a sheet, from above; 1 for one that is bound to no row.

    Raises `ReadError` where a drawing is no XML, as for any part.
    """
    related = related_parts(package, sheet) or {}
    drawings = [part for kind, part in related.values() if kind == "drawing" and part in package]
    return sorted((box for part in drawings for box in _boxes(package.tree(part))), key=lambda box: box[0])


def _boxes(drawing: _Element) -> Iterator[tuple[int, str]]:
    for anchor in drawing:
        row = next((part.text or "" for part in anchor.iterfind("{*}from/{*}row")), "")
        begins = int(row) + 1 if row.isdecimal() and len(row) < 8 else 1
        for body in anchor.iter("{*}txBody"):
            if any(local(above) == _ALTERNATIVE for above in body.iterancestors()):
                continue
            text = shown("\n".join("".join(_pieces(paragraph)) for paragraph in body.iterfind("{*}p")))
            if text:
                yield begins, text


def _pieces(paragraph: _Element) -> Iterator[str]:
    for part in paragraph:
        if local(part) == "br":
            yield "\n"
        elif local(part) in {"r", "fld"}:
            yield from (text.text or "" for text in part.iterfind("{*}t"))
