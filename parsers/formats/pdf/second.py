"""The second reader: pdfplumber, asked where PDFium refuses a file or finds no text in a page."""

import logging
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from types import TracebackType
from typing import Any, Self

import pdfplumber
from pdfminer.pdfdocument import PDFDocument, PDFPasswordIncorrect
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import dict_value, int_value, list_value, resolve1, stream_value
from pdfplumber.pdf import PDF

from parsers.formats.lattice import Found, Piece, Rule, Sheet, read_sheet
from parsers.formats.lattice.edges import THICKEST
from parsers.formats.pdf.opening import damaged, encrypted, too_many
from parsers.formats.pdf.pages import place
from parsers.formats.pdf.radicals import mended
from schema.limits import Limits
from schema.read_error import ReadError

# What pdfminer finds odd it says on standard error, a line a font; nothing of it is for a person.
logging.getLogger("pdfminer").addHandler(logging.NullHandler())
logging.getLogger("pdfminer").propagate = False

# The operators that show text, and the one that draws what stands elsewhere.
_SAYING = re.compile(rb"T[jJ]|['\"]|Do")
_DEEPEST = 64
"""Pages of pages; a file that goes deeper goes in circles."""
_PATIENCE = 4
"""So many pages without text in a row, and the file is one of pictures: it is not asked again."""


class SecondReader:
    """A file as pdfplumber reads it, opened when it is first asked."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._pdf: PDF | None = None
        self._refused = False
        self._in_vain = 0
        self._document: PDFDocument | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        # pdfplumber goes over all pages when it is closed, and raises what they raise: it is let go instead.
        self._pdf = None

    def leaf(self, number: int) -> "SecondLeaf | None":
        """A page, counted from 1; None where it cannot be read, or where asking has been in vain too often."""
        if self._in_vain >= _PATIENCE:
            return None
        try:
            leaf = self._leaf(number) if self._may_say_something(number) else None
        except ReadError:
            self._in_vain = _PATIENCE
            return None
        self._in_vain = 0 if leaf is not None and leaf.text.strip() else self._in_vain + 1
        return leaf

    def page(self, number: int) -> "SecondLeaf | None":
        """A page, counted from 1, however often asking has been in vain; None where it cannot be read."""
        try:
            return self._leaf(number)
        except ReadError:
            return None

    def leaves(self, limits: Limits) -> "Iterator[SecondLeaf]":
        """Every page that can be read; raises `ReadError` where the file cannot be opened."""
        count = len(self._opened().pages)
        if count > limits.pages:
            raise too_many(count, limits)
        if count == 0:
            raise damaged()
        for number in range(1, count + 1):
            leaf = self._leaf(number)
            if leaf is not None:
                yield leaf

    def _leaf(self, number: int) -> "SecondLeaf | None":
        pages = self._opened().pages
        if number > len(pages):
            return None
        page = pages[number - 1]
        try:
            return SecondLeaf(number, page)
        except Exception:  # noqa: BLE001 - pdfminer raises whatever a broken page makes it stumble over
            return None
        finally:
            page.close()

    def _may_say_something(self, number: int) -> bool:
        """Whether a page draws text, or anything that may hold text: reading it loads the fonts of the whole file."""
        try:
            self._document = self._document or PDFDocument(PDFParser(BytesIO(self._content)))
            parts = resolve1(_page(dict_value(self._document.catalog["Pages"]), number - 1).get("Contents"))
            streams = parts if isinstance(parts, list) else [parts] if parts else []
            return any(_SAYING.search(stream_value(part).get_data()) for part in streams)
        except Exception:  # noqa: BLE001 - pdfminer raises whatever a broken page makes it stumble over
            return True

    def _opened(self) -> PDF:
        if self._pdf is None:
            try:
                self._pdf = pdfplumber.open(BytesIO(self._content))
                _ = self._pdf.pages
            except Exception as error:
                if isinstance(error.__cause__ or (error.args and error.args[0]), PDFPasswordIncorrect):
                    raise encrypted() from error
                raise damaged() from error
        return self._pdf


def _page(node: Mapping[str, Any], number: int, depth: int = 0) -> Mapping[str, Any]:
    """A page of a tree of pages, counted from 0; raises `KeyError` where the tree has no such page."""
    kids = list_value(node["Kids"])
    if len(kids) == int_value(node.get("Count")) and number < len(kids):
        page = dict_value(kids[number])
        if "Kids" not in page:
            return page
    for kid in map(dict_value, kids):
        count = int_value(kid.get("Count")) if "Kids" in kid else 1
        if number < count:
            return _page(kid, number, depth + 1) if "Kids" in kid and depth < _DEEPEST else kid
        number -= count
    raise KeyError(number)


class SecondLeaf:
    """One page as pdfplumber shows it."""

    def __init__(self, number: int, page: Any) -> None:
        self.number = number
        left, top = page.bbox[0], page.bbox[1]
        self._sheet = Sheet(
            number,
            float(page.width),
            float(page.height),
            list(_pieces(page.chars, left, top)),
            [rule for drawn in (*page.lines, *page.rects, *page.curves) for rule in _rules(drawn, left, top)],
        )
        self._anything = bool(page.images or self._sheet.rules)
        largest = max((image["width"] * image["height"] for image in page.images), default=0)
        self._pictured = bool(2 * largest > page.width * page.height)
        self.text = "\n".join(piece.text for piece in self._sheet.pieces)

    def sheet(self) -> Sheet:
        """What is drawn on it."""
        return self._sheet

    def read(self, before: Sequence[Sequence[float]] = (), lines: Sequence[Rule] = (), /) -> Found:
        """Its tables and the text between them, by what the pages before it tell.

        `before` has the sides of the cells of tables that may go on here, `lines` those of them that this page lacks.
        """
        return read_sheet(replace(self._sheet, rules=(*self._sheet.rules, *lines)), place(self.number), before)

    def shows_anything(self) -> bool:
        """Whether anything beside text is drawn on it."""
        return self._anything

    def is_pictured(self) -> bool:
        """Whether a picture covers most of it."""
        return self._pictured


def _pieces(letters: Iterable[dict[str, Any]], left: float, top: float) -> Iterator[Piece]:
    """Letters that follow each other on one line, as runs."""
    run: list[dict[str, Any]] = []
    runs = 0
    for letter in letters:
        if run and not _follows(run[-1], letter):
            yield from _piece(run, left, top, runs)
            run, runs = [], runs + 1
        run.append(letter)
    if run:
        yield from _piece(run, left, top, runs)


def _follows(before: dict[str, Any], letter: dict[str, Any]) -> bool:
    size = letter["size"]
    level = abs(before["top"] - letter["top"]) < 0.3 * size and before["upright"] == letter["upright"]
    return bool(level and -0.3 * size < letter["x0"] - before["x1"] < 0.25 * size)


def _piece(run: list[dict[str, Any]], left: float, top: float, order: int) -> Iterator[Piece]:
    text = mended("".join(letter["text"] for letter in run)).strip()
    if text:
        a, b = run[0]["matrix"][:2]
        slanted = min(abs(a), abs(b)) > 0.05 * max(abs(a), abs(b))
        yield Piece(
            text,
            min(letter["x0"] for letter in run) - left,
            min(letter["top"] for letter in run) - top,
            max(letter["x1"] for letter in run) - left,
            max(letter["bottom"] for letter in run) - top,
            float(run[0]["size"]),
            order,
            not run[0]["upright"],
            slanted,
        )


def _rules(drawn: dict[str, Any], left: float, top: float) -> Iterator[Rule]:
    """A line or a thin rectangle as one rule, a framed one as its four sides."""
    x0, x1, y0, y1 = drawn["x0"] - left, drawn["x1"] - left, drawn["top"] - top, drawn["bottom"] - top
    if min(x1 - x0, y1 - y0) <= THICKEST:
        yield Rule(x0, y0, x1, y1)
    elif drawn["object_type"] == "rect" and drawn["stroke"]:
        yield from (Rule(x0, y0, x1, y0), Rule(x0, y1, x1, y1), Rule(x0, y0, x0, y1), Rule(x1, y0, x1, y1))
    elif drawn["object_type"] == "curve" and drawn["stroke"]:
        points = [(x - left, y - top) for x, y in drawn["pts"]]
        for (ax, ay), (bx, by) in pairwise(points):
            if min(abs(ax - bx), abs(ay - by)) < 0.6:
                yield Rule(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))
