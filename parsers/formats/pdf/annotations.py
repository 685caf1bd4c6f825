"""What was filled in or typed onto a page afterwards, as annotations: made part of the page, or named.

Values filled into form fields, or typed with the typewriter of a viewer, are no part of what a page draws. PDFium
paints their appearances into it, so that they are read as any other text. Without an appearance nothing tells where
their letters stand.
"""

from typing import NamedTuple

from parsers.formats.pdf import pdfium

_FREE_TEXT, _WIDGET = 3, 20
_UNSEEN = 2 | 32
"""The flags of what no viewer shows: hidden, not to be viewed."""
_MOST = 5_000
_FILLED = {"Tx", "Ch", ""}
"""The kinds of form fields that are filled with text: neither buttons nor signatures; a field may leave it open."""


class Typed(NamedTuple):
    """What was typed onto a page: whether any of it can be painted, and the texts of what cannot.

    `others` are the other annotations by number: comments, stamps, links.
    """

    drawn: bool = False
    bare: tuple[str, ...] = ()
    others: tuple[int, ...] = ()


def typed_on(page: int) -> Typed:
    """What was typed onto a page that is open."""
    count = min(pdfium.count_annotations(page), _MOST)
    if count <= 0:
        return Typed()
    drawn = False
    bare: list[str] = []
    others: list[int] = []
    for at in range(count):
        handle = pdfium.get_annotation(page, at)
        kind = pdfium.annotation_kind(handle)
        if not _shows_text(handle, kind):
            others.append(at)
        elif pdfium.has_appearance(handle):
            drawn = True
        elif text := pdfium.annotation_text(handle, b"V" if kind == _WIDGET else b"Contents").strip():
            bare.append(text)
        pdfium.close_annotation(handle)
    return Typed(drawn, tuple(bare), tuple(others))


def _shows_text(annotation: int, kind: int) -> bool:
    if pdfium.annotation_flags(annotation) & _UNSEEN:
        return False
    return kind == _FREE_TEXT or (kind == _WIDGET and pdfium.annotation_text(annotation, b"FT") in _FILLED)


def painted(page: int, typed: Typed) -> bool:
    """Paint what was typed onto a page into it, and nothing else; whether it was, so that it must be loaded anew."""
    for at in reversed(typed.others):
        pdfium.remove_annotation(page, at)
    return pdfium.flatten(page)
