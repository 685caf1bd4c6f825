"""Text as pieces."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from io import BytesIO
from typing import Any

import pytest

from parsers.formats.lattice import Sheet
from parsers.formats.pdf import PDF, letters, pdfium
from parsers.formats.pdf.pages import Pages
from parsers.formats.pdf.turning import Shown
from parsers.formats.reader import Request
from schema.document import Text
from tests.parsers.formats.pdf.drawn import Cell, Drawing, Look

_canvas: Any = import_module("reportlab.pdfgen.canvas")


@contextmanager
def _first_sheet(content: bytes) -> Iterator[Sheet]:
    """The first page of a file, while it is open."""
    pdfium.start()
    document = pdfium.load(content, len(content), None)
    with Pages(document) as pages:
        page = pages.page(1)
        assert page is not None
        yield page.sheet()
    pdfium.close(document)


def test_pieces_stand_where_they_were_drawn() -> None:
    drawing = Drawing()
    drawing.text(100, 200, "绩效目标表", 16)
    with _first_sheet(drawing.done()) as sheet:
        (piece,) = sheet.pieces
        apart = sheet.letters(piece)
        assert sheet.clip(piece) is None
    assert piece.text == "绩效目标表"
    assert (round(piece.x0), round(piece.top), round(piece.x1), round(piece.bottom)) == (100, 200, 180, 216)
    assert [letter.text for letter in apart] == list("绩效目标表")
    assert [round(letter.x0) for letter in apart] == [100, 116, 132, 148, 164]


def test_letters_below_each_other_are_told_one_by_one_as_often_as_they_are_asked_for() -> None:
    drawing = Drawing()
    for at, letter in enumerate("数量指标"):
        drawing.text(100, 200 + 12 * at, letter, 10)
    with _first_sheet(drawing.done()) as sheet:
        (piece,) = sheet.pieces
        asked = [[letter.text for letter in sheet.letters(piece)] for _ in range(2)]
    assert piece.turned
    assert asked == [list("数量指标")] * 2


def test_a_text_that_reaches_over_its_clip_tells_it() -> None:
    drawing = Drawing(Look(clip=True, wrap=False))
    drawing.table([{0: Cell("中小微企业接受高校院所专利转让"), 1: Cell("")}], 50, 100, (100, 100))
    with _first_sheet(drawing.done()) as sheet:
        clip = sheet.clip(sheet.pieces[0])
    assert clip is not None
    assert (round(clip.x0), round(clip.x1)) == (50, 150)


def test_marks_of_another_font_stand_where_they_are_drawn_and_not_when() -> None:
    drawing = Drawing()
    drawing.text(100, 200, "线下", 10)
    drawing.text(125, 200, "形式", 10)
    drawing.text(120, 200, "”", 10)
    content = drawing.done()
    (text,) = (block.text for block in PDF.read(content, Request()).blocks if isinstance(block, Text))
    assert "".join(text.split()) == "线下”形式"


def test_a_sign_of_another_font_stands_where_it_is_drawn_and_not_when() -> None:
    drawing = Drawing()
    drawing.text(130, 200, "(9", 10, font="Times-Roman", apart=5.6)
    drawing.text(133.3, 200, "≤", 10, font="Symbol")
    (text,) = (block.text for block in PDF.read(drawing.done(), Request()).blocks if isinstance(block, Text))
    assert "".join(text.split()) == "(≤9"


def test_a_hyphen_at_the_end_of_a_line_stays() -> None:
    drawing = Drawing()
    drawing.table([{0: Cell("产出指标-\n数量指标"), 1: Cell("2021-\n2023年")}], 50, 100, (100, 100))
    (grid,) = PDF.read(drawing.done(), Request()).grids
    assert ["".join(cell.text.split()) for cell in grid.cells] == ["产出指标-数量指标", "2021-2023年"]


def _pieces(content: bytes) -> list[tuple[str, bool]]:
    with _first_sheet(content) as sheet:
        return [(piece.text, piece.turned) for piece in sheet.pieces]


@pytest.mark.parametrize("turned", [0, 90])
def test_two_narrow_letters_beside_each_other_stand_upright(turned: int) -> None:
    buffer = BytesIO()
    page = _canvas.Canvas(buffer, pageRotation=turned)
    page.setFont("Times-Roman", 12)
    for at, text in enumerate(("1.", "il", "2024")):
        page.saveState()
        page.translate(100 + 60 * at, 300)
        page.rotate(turned)
        page.drawString(0, 0, text)
        page.restoreState()
    page.save()
    assert sorted(_pieces(buffer.getvalue())) == [("1.", False), ("2024", False), ("il", False)]


@pytest.mark.parametrize(
    ("places", "read"),
    [
        ([(330, 645), (341, 645), (330, 632), (341, 632)], [("成本", False), ("不高", False)]),
        ([(330, 645), (330, 634), (330, 623), (330, 612)], [("成本不高", True)]),
    ],
)
def test_a_run_over_two_lines_is_two_pieces_and_letters_below_each_other_are_one(
    monkeypatch: pytest.MonkeyPatch, places: list[tuple[int, int]], read: list[tuple[str, bool]]
) -> None:
    boxes = [(float(x), float(y), x + 11.0, y + 10.0) for x, y in places]
    monkeypatch.setattr(letters, "letter_box", lambda _, at: boxes[at])
    monkeypatch.setattr(letters, "letter_matrix", lambda _, at: (1.0, 0.0, 0.0, 1.0, *places[at]))
    monkeypatch.setattr(letters, "letter_size", lambda _page, _at: 11.0)
    monkeypatch.setattr(pdfium, "letter_object", lambda _page, _at: None)
    run = letters.Letters(0, "成本不高", Shown(0, 0, 600, 800, 0), (), is_plain=True)
    assert [(piece.text, piece.turned) for piece in run.pieces()] == read


def test_letters_of_a_page_upside_down_stand_where_they_are_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    places = [(111.0, 645.0), (100.0, 645.0), (133.0, 645.0), (122.0, 645.0), (144.0, 645.0)]
    boxes = [(x, y, x + 11.0, y + 10.0) for x, y in places]
    monkeypatch.setattr(letters, "letter_box", lambda _, at: boxes[at])
    monkeypatch.setattr(letters, "letter_matrix", lambda _, at: (1.0, 0.0, 0.0, 1.0, *places[at]))
    monkeypatch.setattr(letters, "letter_size", lambda _page, _at: 11.0)
    monkeypatch.setattr(pdfium, "letter_object", lambda _page, _at: None)
    run = letters.Letters(0, "务服象对满", Shown(0, 0, 600, 800, 0), (), is_plain=True, is_upside_down=True)
    assert "".join(piece.text for piece in sorted(run.pieces(), key=lambda piece: piece.x0)) == "服务对象满"


def test_codes_of_symbol_fonts_are_their_signs() -> None:
    drawing = Drawing()
    drawing.text(100, 200, "\uf0b395", 10)
    (text,) = (block.text for block in PDF.read(drawing.done(), Request()).blocks if isinstance(block, Text))
    assert text == "≥95"


@pytest.mark.parametrize(("right", "down"), [(0.2, 0), (0.9, 0.9), (1.2, 0)])
@pytest.mark.parametrize("at_once", [True, False])
def test_text_with_a_shadow_is_read_once(right: float, down: float, *, at_once: bool) -> None:
    drawing = Drawing()
    texts = ("1,250.00万元/人·年", "污水处理达标排放率：", "重大事故")
    for passes in range(2 if not at_once else 1):
        for row, text in enumerate(texts):
            for copy in (0, 1) if at_once else (passes,):
                for at, letter in enumerate(text):
                    drawing.text(100 + 10 * at + copy * right, 200 + 20 * row + copy * down, letter, 10)
    read = [block.text for block in PDF.read(drawing.done(), Request()).blocks if isinstance(block, Text)]
    assert "".join("".join(read).split()) == "".join(texts)
