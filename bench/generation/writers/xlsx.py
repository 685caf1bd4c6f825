"""A drawing as a workbook: a sheet a page, numbers as numbers with the format that shows what was written."""

import io
import re
from datetime import UTC, datetime
from itertools import zip_longest
from random import Random
from typing import Any

import xlsxwriter

from bench.generation.drawing import Break, Drawing, Line, Slot, Table

CREATED = datetime(2024, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_PERCENT = re.compile(r"\d+(\.\d+)?%")
_GROUPED = re.compile(r"\d{1,3}(,\d{3})+\.\d\d")
_NUMBER = re.compile(r"(0|[1-9]\d{0,9})(\.\d+)?")


def write(drawing: Drawing, chance: Random) -> bytes:
    """A workbook; now and then with a hidden sheet that repeats the first page, which nobody is to read."""
    typed, hidden = chance.random() < 0.7, chance.random() < 0.08
    return workbook(drawing, typed=typed, hidden=hidden, margin=chance.random() < 0.2)


def workbook(drawing: Drawing, *, typed: bool, hidden: bool = False, margin: bool = False) -> bytes:
    """A workbook whose numbers are numbers, or texts; with a margin the first row and column stay empty."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": CREATED})
    formats: dict[str, Any] = {}
    pages = _pages(drawing)
    for number, page in enumerate(pages, start=1):
        _sheet(book, book.add_worksheet(f"目标{number}"), page, formats, typed=typed, margin=margin)
    if hidden:
        again = book.add_worksheet("作废")
        again.hide()
        _sheet(book, again, pages[0], formats, typed=typed, margin=margin)
    book.close()
    return out.getvalue()


def _pages(drawing: Drawing) -> list[Drawing]:
    pages: list[Drawing] = [[]]
    for block in drawing:
        if isinstance(block, Break):
            pages.append([])
        else:
            pages[-1].append(block)
    return pages


def _sheet(book: Any, sheet: Any, page: Drawing, formats: dict[str, Any], *, typed: bool, margin: bool) -> None:
    """A page as a sheet that prints whole: one page wide, columns and rows as large as their texts need."""
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    width = max((block.width for block in page if isinstance(block, Table)), default=1)
    row = left = int(margin)
    tables = [_widths(block) for block in page if isinstance(block, Table)]
    widths = [max(each) for each in zip_longest(*tables, fillvalue=0.0)]
    for column, wide in enumerate(widths, start=left):
        sheet.set_column(column, column, wide)
    for block in page:
        match block:
            case Line(text=text):
                _put(book, sheet, row, left, Slot(text, width), formats, typed=False)
                row += 1
            case Table():
                for down, lines in enumerate(_lines(block, widths)):
                    sheet.set_row(row + down, min(15 * lines, 409))
                for down, column, slot in block.placed():
                    _put(book, sheet, row + down, left + column, slot, formats, typed=typed)
                row += len(block.rows)


def _widths(table: Table) -> list[float]:
    """The columns' widths in letters, up to sixty for the longest texts."""
    longest = [8.0] * table.width
    for _, column, slot in table.placed():
        each = min(2.2 * len(slot.text) / slot.columns, 60)
        for at in range(column, column + slot.columns):
            longest[at] = max(longest[at], each)
    return longest


def _lines(table: Table, widths: list[float]) -> list[int]:
    """How many lines each row takes; a cell merged over rows needs no more than they have."""
    lines = [1] * len(table.rows)
    for row, column, slot in table.placed():
        if slot.rows == 1:
            room = sum(widths[column : column + slot.columns]) / 2.8
            lines[row] = max(lines[row], sum(int(len(part) / room) + 1 for part in slot.text.split("\n")))
    return lines


def _put(book: Any, sheet: Any, row: int, column: int, slot: Slot, formats: dict[str, Any], *, typed: bool) -> None:
    value, shown = _typed(slot.text) if typed else (slot.text, "@")
    look = formats.get(shown)
    if look is None:
        look = formats[shown] = book.add_format({"num_format": shown, "text_wrap": True, "border": 1})
    if slot.rows * slot.columns > 1:
        sheet.merge_range(row, column, row + slot.rows - 1, column + slot.columns - 1, value, look)
    elif value != "":
        sheet.write(row, column, value, look)


def _typed(text: str) -> tuple[str | float, str]:
    """The number a text shows and the format that shows it so; other texts stay texts.

    >>> _typed("95.5%"), _typed("4,990.00"), _typed("40.00"), _typed("610101天津"), _typed("007")
    ((0.955, '0.0%'), (4990.0, '#,##0.00'), (40.0, '0.00'), ('610101天津', '@'), ('007', '@'))
    """
    places = len(text.rstrip("%").partition(".")[2])
    decimals = f"0.{'0' * places}" if places else "0"
    if _PERCENT.fullmatch(text):
        return round(float(text[:-1]) / 100, 8), f"{decimals}%"
    if _GROUPED.fullmatch(text):
        return float(text.replace(",", "")), "#,##0.00"
    if _NUMBER.fullmatch(text):
        return float(text), decimals
    return text, "@"
