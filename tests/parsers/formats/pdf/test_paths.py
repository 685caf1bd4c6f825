"""Paths as rules and grounds."""

from collections.abc import Callable
from importlib import import_module
from io import BytesIO
from typing import Any

import pytest

from parsers.formats.pdf import pdfium
from parsers.formats.pdf.paths import Drawing, drawing
from parsers.formats.pdf.turning import Shown

_canvas: Any = import_module("reportlab.pdfgen.canvas")


def drawn(draw: Callable[[Any], None]) -> Drawing:
    """What is found on a page of 200 by 200 points."""
    out = BytesIO()
    pen = _canvas.Canvas(out, pagesize=(200, 200), invariant=1)
    draw(pen)
    pen.save()
    pdfium.start()
    content = out.getvalue()
    document = pdfium.load(content, len(content), None)
    page = pdfium.load_page(document, 0)
    found = drawing(page, Shown(*pdfium.page_box(page), 0))
    pdfium.close_page(page)
    pdfium.close(document)
    return found


def test_a_stroke_and_a_thin_rectangle_are_rules() -> None:
    def draw(pen: Any) -> None:
        pen.line(10, 100, 110, 100)
        pen.rect(10, 50, 0.5, 50, stroke=0, fill=1)

    lying, standing = drawn(draw).rules
    assert lying.lies
    assert not standing.lies
    assert (round(standing.top), round(standing.bottom)) == (100, 150)


def test_a_framed_rectangle_is_four_rules_and_a_filled_one_a_ground() -> None:
    def draw(pen: Any) -> None:
        pen.rect(10, 10, 100, 50)
        pen.setFillGray(0.8)
        pen.rect(10, 100, 100, 50, stroke=0, fill=1)

    found = drawn(draw)
    assert len(found.rules) == 4
    assert len(found.grounds) == 1


def test_white_on_white_and_slanted_lines_are_no_rules() -> None:
    def draw(pen: Any) -> None:
        pen.line(10, 10, 100, 90)
        pen.setStrokeGray(1)
        pen.line(10, 100, 110, 100)

    assert drawn(draw).rules == []


def test_white_cells_and_lines_on_a_dark_ground_show() -> None:
    def draw(pen: Any) -> None:
        pen.rect(10, 10, 100, 50, stroke=0, fill=1)
        pen.setFillGray(1)
        pen.setStrokeGray(1)
        pen.rect(11, 11, 48, 48, stroke=0, fill=1)
        pen.line(80, 10, 80, 60)

    found = drawn(draw)
    assert [round(ground.x1) for ground in found.grounds] == [110, 59]
    assert [round((rule.x0 + rule.x1) / 2) for rule in found.rules] == [80]


def test_lines_under_a_white_cell_do_not_show_unless_it_lets_them_through() -> None:
    def draw(pen: Any) -> None:
        pen.line(10, 40, 110, 40)
        pen.setFillGray(1)
        pen.rect(10, 20, 50, 40, stroke=1, fill=1)

    lines = [(rule.x0, rule.x1) for rule in drawn(draw).rules]
    assert len(lines) == 5
    assert lines[0] == pytest.approx((60, 110), abs=1)

    def within(pen: Any) -> None:
        pen.setFillAlpha(0.5)
        draw(pen)

    assert (drawn(within).rules[0].x0, drawn(within).rules[0].x1) == pytest.approx((10, 110), abs=1)


def test_many_lines_in_one_path() -> None:
    def draw(pen: Any) -> None:
        path = pen.beginPath()
        for y in (20, 40, 60):
            path.moveTo(10, y)
            path.lineTo(150, y)
        pen.drawPath(path)

    assert [round(rule.top) for rule in drawn(draw).rules] == [180, 160, 140]


def test_forms_are_looked_into_where_they_stand() -> None:
    def draw(pen: Any) -> None:
        pen.beginForm("table")
        pen.line(0, 0, 100, 0)
        pen.endForm()
        pen.translate(20, 30)
        pen.doForm("table")

    (rule,) = drawn(draw).rules
    assert (rule.x0, (rule.top + rule.bottom) / 2, rule.x1) == pytest.approx((20, 170, 120), abs=1)
