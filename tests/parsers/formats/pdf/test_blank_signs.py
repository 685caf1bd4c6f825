"""Signs that a font maps to a space."""

from importlib import import_module
from io import BytesIO
from typing import Any

import pytest

from parsers.formats.pdf import pdfium
from parsers.formats.pdf.blank_signs import with_lost_signs

_canvas: Any = import_module("reportlab.pdfgen.canvas")


def text_of(before: str, stretched: int, number: str) -> str:
    """The text of a page on which a space, as wide as it is stretched, begins a text behind another one."""
    out = BytesIO()
    pen = _canvas.Canvas(out, pagesize=(200, 200), invariant=1)
    for x, text, scale in ((10, before, 100), (80, f" {number}", stretched)):
        words = pen.beginText(x, 100)
        words.setFont("Courier", 10)
        words.setHorizScale(scale)
        words.textOut(text)
        pen.drawText(words)
    pen.save()
    pdfium.start()
    content = out.getvalue()
    document = pdfium.load(content, len(content), None)
    page = pdfium.load_page(document, 0)
    text_page = pdfium.load_text(page)
    found = with_lost_signs(text_page, pdfium.text_of(text_page, pdfium.count_letters(text_page)))
    pdfium.close_text(text_page)
    pdfium.close_page(page)
    pdfium.close(document)
    return found


@pytest.mark.parametrize(
    ("stretched", "number", "lost"), [(160, "95%", True), (100, "95%", False), (160, "rate", False)]
)
def test_a_space_as_wide_as_a_character_before_a_number_is_a_letter_that_was_lost(
    stretched: int, number: str, lost: bool
) -> None:
    assert ("\ufffd" in text_of("Rate", stretched, number)) is lost


def test_a_wide_space_within_a_text_only_spreads_it() -> None:
    assert "\ufffd" not in text_of("Rate", 160, "A 95")
