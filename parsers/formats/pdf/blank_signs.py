"""Signs that a font maps to a space: a letter is drawn before a number, and its text says that there is none."""

import re

from parsers.formats.pdf.pdfium import is_generated, letter_box, letter_object, letter_size

_BEFORE_NUMBER = re.compile(r" (?=[0-9])")
_AS_WIDE = 0.8
"""A space is half as wide as a character, or less; one nearly as wide, in sizes, stands for a character."""
_LOST = "\ufffd"


def with_lost_signs(text_page: int, text: str) -> str:
    """The text of a page, with a mark for each letter that is lost where it begins a text, right before a number."""
    lost = [
        found.start()
        for found in _BEFORE_NUMBER.finditer(text)
        if not is_generated(text_page, found.start()) and _is_letter(text_page, found.start())
    ]
    if not lost:
        return text
    letters = list(text)
    for at in lost:
        letters[at] = _LOST
    return "".join(letters)


def _is_letter(text_page: int, at: int) -> bool:
    """Whether a space is as wide as a letter and begins its text; one within a text only spreads its words."""
    left, _, right, _ = letter_box(text_page, at)
    if right - left < _AS_WIDE * letter_size(text_page, at):
        return False
    return at == 0 or letter_object(text_page, at) != letter_object(text_page, at - 1)
