"""Files that open, and files that do not."""

import re
from importlib import import_module
from io import BytesIO
from typing import Any

import pytest

from parsers.formats import Request, read
from parsers.formats.pdf.opening import is_cut_off
from schema.limits import Limits
from schema.read_error import ReadError
from schema.source import Status
from tests.parsers.formats.pdf.drawn import FONT, Drawing, form

_canvas: Any = import_module("reportlab.pdfgen.canvas")
_encrypt: Any = import_module("reportlab.lib.pdfencrypt")
CONTENT, _ = form()


def status_of(content: bytes, limits: Limits | None = None) -> Status | None:
    try:
        read(content, "a.pdf", Request(limits or Limits()))
    except ReadError as error:
        return error.status
    return None


def locked(user: str) -> bytes:
    """A page under a password; an empty one opens by itself."""
    out = BytesIO()
    pen = _canvas.Canvas(out, encrypt=_encrypt.StandardEncryption(user, ownerPassword="owner", strength=128))
    pen.setFont(FONT, 12)
    pen.drawString(100, 700, "项目支出绩效目标表")
    pen.save()
    return out.getvalue()


def test_a_password_is_asked_for_and_an_empty_one_is_given() -> None:
    assert status_of(locked("secret")) is Status.ENCRYPTED
    assert status_of(locked("")) is None


@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_a_file_cut_off_is_refused_rather_than_read_in_part(share: float) -> None:
    assert status_of(CONTENT[: int(len(CONTENT) * share)]) is Status.TRUNCATED


def test_a_file_shorter_than_it_states_is_cut_off() -> None:
    assert is_cut_off(b"%PDF-1.4\n1 0 obj <</Linearized 1/L 90000/O 5>> endobj\n%%EOF")
    assert not is_cut_off(CONTENT)
    assert not is_cut_off(CONTENT + b"\n" * 3000)


def test_a_table_of_objects_that_is_gone_is_made_anew() -> None:
    without = CONTENT.replace(b"xref", b"xxxx").replace(b"startxxxx", b"startxref")
    assert status_of(without) is None


def test_nothing_but_a_head_and_an_end_is_damaged() -> None:
    assert status_of(b"%PDF-1.7\nnothing here\n%%EOF") is Status.CORRUPT


def test_circles_come_to_an_end() -> None:
    circle = b"""%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[2 0 R 3 0 R]/Count 2>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources<</XObject<</A 4 0 R>>>>/Contents 5 0 R>> endobj
4 0 obj <</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</A 4 0 R>>>>/Length 5>> stream
/A Do
endstream endobj
5 0 obj <</Length 5>> stream
/A Do
endstream endobj
trailer <</Root 1 0 R>>
%%EOF"""
    assert status_of(circle) in set(Status)


def test_a_page_more_than_the_limit() -> None:
    drawing = Drawing()
    for _ in range(2):
        drawing.text(100, 100, "项目支出绩效目标表")
        drawing.next_page()
    drawing.text(100, 100, "完")
    content = drawing.done()
    assert status_of(content, Limits(pages=3)) is None
    assert status_of(content, Limits(pages=2)) is Status.LIMIT


def test_a_cell_and_a_character_more_than_the_limit() -> None:
    assert status_of(CONTENT, Limits(cells=41)) is None
    assert status_of(CONTENT, Limits(cells=40)) is Status.LIMIT
    assert status_of(CONTENT, Limits(characters=100)) is Status.LIMIT


def made(pages: bytes, objects: bytes = b"") -> bytes:
    """A file of a page tree and whatever else."""
    tree = b"1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj " + pages + b" endobj\n"
    return b"%PDF-1.4\n" + tree + objects + b"trailer <</Root 1 0 R>>\n%%EOF"


BROKEN_TREES = {
    "no page": (made(b"<</Type/Pages/Kids[]/Count 0>>"), Status.CORRUPT),
    "itself": (made(b"<</Type/Pages/Kids[2 0 R]/Count 5>>"), Status.CORRUPT),
    "in a circle": (
        made(
            b"<</Type/Pages/Kids[3 0 R]/Count 5>>",
            b"3 0 obj <</Type/Pages/Kids[2 0 R]/Parent 2 0 R/Count 5>> endobj\n",
        ),
        Status.CORRUPT,
    ),
    "a million pages it says": (
        made(
            b"<</Type/Pages/Kids[3 0 R]/Count 1000000>>",
            b"3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>> endobj\n",
        ),
        Status.LIMIT,
    ),
}


@pytest.mark.parametrize(("content", "status"), BROKEN_TREES.values(), ids=BROKEN_TREES)
def test_a_broken_tree_of_pages_has_its_status(content: bytes, status: Status) -> None:
    assert status_of(content) is status


@pytest.mark.parametrize("share", range(2, 100, 7))
@pytest.mark.parametrize("rest", [b"", b"\n%%EOF"], ids=["cut off", "cut off and closed again"])
def test_a_file_cut_anywhere_is_refused_or_read(share: int, rest: bytes) -> None:
    content = CONTENT[: len(CONTENT) * share // 100] + rest
    assert status_of(content) in {Status.TRUNCATED, Status.CORRUPT, Status.NO_TABLES, None}


ODD_PAGES = {
    "a huge page": (rb"/MediaBox \[[^\]]*\]", b"/MediaBox [ 0 0 1000000000 1000000000 ]"),
    "corners the other way": (rb"/MediaBox \[[^\]]*\]", b"/MediaBox [ 595 842 0 0 ]"),
    "no area": (rb"/MediaBox \[[^\]]*\]", b"/MediaBox [ 0 0 0 0 ]"),
    "from below zero": (rb"/MediaBox \[[^\]]*\]", b"/MediaBox [ -100 -100 595 842 ]"),
    "a unit of its own": (rb"/MediaBox", b"/UserUnit 2 /MediaBox"),
    "cropped": (rb"/MediaBox", b"/CropBox [ 40 40 560 800 ] /MediaBox"),
    "cropped beyond itself": (rb"/MediaBox", b"/CropBox [ -500 -500 2000 2000 ] /MediaBox"),
    "half turned": (rb"/Rotate 0", b"/Rotate 45"),
    "turned back": (rb"/Rotate 0", b"/Rotate -90"),
    "turned more than once": (rb"/Rotate 0", b"/Rotate 450"),
}


@pytest.mark.parametrize(("old", "new"), ODD_PAGES.values(), ids=ODD_PAGES)
def test_an_odd_page_shows_all_its_cells(old: bytes, new: bytes) -> None:
    changed = re.sub(old, new, CONTENT)
    assert changed != CONTENT
    (grid,) = read(changed, "a.pdf", Request()).grids
    (straight,) = read(CONTENT, "a.pdf", Request()).grids
    assert [cell.text for cell in grid.cells] == [cell.text for cell in straight.cells]


@pytest.mark.parametrize("slope", [0, 1], ids=["straight", "slanted"])
def test_a_page_of_very_many_paths_is_a_drawing(slope: int) -> None:
    out = BytesIO()
    pen = _canvas.Canvas(out)
    pen.setFont(FONT, 10)
    pen.drawString(100, 800, "项目支出绩效目标表")
    for at in range(20_000):
        if at % 2:
            pen.line(50, at / 25, 550, at / 25 + slope * 30)
        else:
            pen.line(50 + at / 40, 50, 50 + at / 40 + slope * 30, 750)
    pen.save()
    assert read(out.getvalue(), "a.pdf", Request()).grids == ()
