"""PDFium as this package speaks to it."""

from parsers.formats.pdf import pdfium
from parsers.formats.pdf.pdfium import Matrix
from tests.parsers.formats.pdf.drawn import form


def test_a_matrix_goes_through_another() -> None:
    shifted, doubled = Matrix(1, 0, 0, 1, 5, 7), Matrix(2, 0, 0, 2, 0, 0)
    assert shifted.after(doubled) == Matrix(2, 0, 0, 2, 5, 7)
    assert doubled.after(shifted) == Matrix(2, 0, 0, 2, 10, 14)


def test_each_character_is_one_letter() -> None:
    pdfium.start()
    content, _ = form()
    document = pdfium.load(content, len(content), None)
    page = pdfium.load_page(document, 0)
    text_page = pdfium.load_text(page)
    count = pdfium.count_letters(text_page)
    text = pdfium.text_of(text_page, count)
    assert len(text) == count
    at = text.index("绩")
    assert chr(pdfium.letter_code(text_page, at)) == "绩"
    left, bottom, right, top = pdfium.letter_box(text_page, at)
    *_, x, y = pdfium.letter_matrix(text_page, at)
    assert x <= left < right
    assert bottom <= y < top
    pdfium.close_text(text_page)
    pdfium.close_page(page)
    pdfium.close(document)


def test_what_cannot_be_loaded_is_nothing() -> None:
    pdfium.start()
    assert not pdfium.load(b"%PDF-1.7 nothing", 16, None)
