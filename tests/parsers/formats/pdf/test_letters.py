"""Text as pieces."""

from parsers.formats.pdf import pdfium
from parsers.formats.pdf.pages import Pages
from tests.parsers.formats.pdf.drawn import Cell, Drawing, Look


def test_pieces_stand_where_they_were_drawn() -> None:
    drawing = Drawing()
    drawing.text(100, 200, "绩效目标表", 16)
    content = drawing.done()
    pdfium.start()
    document = pdfium.load(content, len(content), None)
    with Pages(document) as pages:
        page = pages.page(1)
        assert page is not None
        sheet = page.sheet()
        (piece,) = sheet.pieces
        letters = sheet.letters(piece)
        assert sheet.clip(piece) is None
    pdfium.close(document)
    assert piece.text == "绩效目标表"
    assert (round(piece.x0), round(piece.top), round(piece.x1), round(piece.bottom)) == (100, 200, 180, 216)
    assert [letter.text for letter in letters] == list("绩效目标表")
    assert [round(letter.x0) for letter in letters] == [100, 116, 132, 148, 164]


def test_a_text_that_reaches_over_its_clip_tells_it() -> None:
    drawing = Drawing(Look(clip=True, wrap=False))
    drawing.table([{0: Cell("中小微企业接受高校院所专利转让"), 1: Cell("")}], 50, 100, (100, 100))
    content = drawing.done()
    pdfium.start()
    document = pdfium.load(content, len(content), None)
    with Pages(document) as pages:
        page = pages.page(1)
        assert page is not None
        sheet = page.sheet()
        clip = sheet.clip(sheet.pieces[0])
    pdfium.close(document)
    assert clip is not None
    assert (round(clip.x0), round(clip.x1)) == (50, 150)
