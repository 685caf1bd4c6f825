"""An Excel workbook: typed cells, a header that stays, filters, links back to the source; text is never a formula."""

import io
import re
from collections.abc import Sequence
from contextlib import suppress
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.worksheet import Format, Worksheet

from audit.export.sheets import Column, Sheet
from ingest.exits import CommandError, Exit
from ingest.written import written
from parsers.formats.own_outputs import NAME
from schema.diagnostic import Language

MOST_ROWS = 1_048_575
"""Rows that a sheet of Excel holds under its header."""

_LONGEST = 32_767
"""Characters that a cell of Excel holds."""

_MOST_LINKS = 65_000
"""Links that a sheet of Excel holds; beyond them an address is text."""

_ADDRESSES = ("external:", "http://", "https://", "ftp://")
"""What a link may lead to: a file, or a page."""

_DIGITS = 15
"""Digits of a number that Excel keeps; a longer one stays text."""

_SAFE: dict[str, object] = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "constant_memory": True,
}


class _Pen(io.BufferedWriter):
    """What writes a file until it is given up; from then on it takes everything and keeps nothing.

    The archive in which a workbook is packed ends itself when it goes: it would tell standard error anew that the disk
    is full, which has been told.
    """

    given_up = False
    _place = 0

    def write(self, content: Any, /) -> int:
        """Write, and say how much."""
        if not self.given_up:
            return super().write(content)
        length = memoryview(content).nbytes
        self._place += length
        return length

    def seek(self, target: int, whence: int = 0, /) -> int:
        """Go to a place in the file."""
        if not self.given_up:
            return super().seek(target, whence)
        self._place = target
        return target

    def tell(self) -> int:
        """The place in the file."""
        return self._place if self.given_up else super().tell()

    def flush(self) -> None:
        """Hand over what is held back."""
        if not self.given_up:
            super().flush()


class _Styles(NamedTuple):
    header: Format
    text: Format
    long: Format
    whole: Format
    number: Format
    link: Format


def write_workbook(path: Path, sheets: Sequence[Sheet], language: Language) -> list[int]:
    """Write the sheets; how many rows each has. Raises `CommandError` where a sheet or the disk is too small."""
    with written(path) as part:
        pen = _Pen(io.FileIO(part, "w"))
        try:
            counts = _packed(pen, sheets, language)
            pen.flush()
        except BaseException:
            pen.given_up = True
            raise
        finally:
            pen.close()
    return counts


def _packed(pen: _Pen, sheets: Sequence[Sheet], language: Language) -> list[int]:
    workbook = Workbook(pen, _SAFE)
    styles = _styles(workbook)
    workbook.set_properties({"title": NAME, "comments": NAME})
    try:
        counts = [_fill(workbook.add_worksheet(sheet.title(language)), sheet, language, styles) for sheet in sheets]
    except BaseException:
        pen.given_up = True
        with suppress(Exception):  # what it wrote elsewhere for a while goes with it, and may be cut off anywhere
            workbook.close()
        raise
    _close(workbook)
    return counts


def _close(workbook: Workbook) -> None:
    """Close a workbook, which writes it; raises `OSError` where that fails."""
    try:
        workbook.close()
    except FileCreateError as error:
        told = error.args[0] if error.args else error
        raise (told if isinstance(told, OSError) else OSError(str(told))) from error


def _styles(workbook: Workbook) -> _Styles:
    plain = {"font_name": "Microsoft YaHei", "font_size": 10, "valign": "top"}
    header = {"bold": True, "bg_color": "#E8EEF4", "bottom": 1, "valign": "vcenter", "text_wrap": True}
    kinds: tuple[dict[str, object], ...] = (
        header, {}, {"text_wrap": True}, {"num_format": "0"}, {"num_format": "#,##0.######"},
        {"font_color": "#0B5394", "underline": 1},
    )  # fmt: skip
    return _Styles(*(workbook.add_format(plain | kind) for kind in kinds))


def _fill(page: Worksheet, sheet: Sheet, language: Language, styles: _Styles) -> int:
    page.freeze_panes(1, 0)
    page.set_landscape()
    page.set_paper(9)
    page.set_print_scale(70)
    page.repeat_rows(0)
    page.set_footer("&L&A&R&P / &N")
    for number, column in enumerate(sheet.columns):
        page.set_column(number, number, column.width)
        page.write_string(0, number, column.title(language), styles.header)
    count = 0
    for row in sheet.rows:
        count += 1
        if count > MOST_ROWS:
            raise _too_many(sheet)
        for number, (column, value) in enumerate(zip(sheet.columns, row, strict=True)):
            told = column.said(value, language) if column.said is not None and value else value
            _write(page, (count, number), column, told, styles)
    page.autofilter(0, 0, max(count, 1), len(sheet.columns) - 1)
    return count


def _write(page: Worksheet, at: tuple[int, int], column: Column, value: Any, styles: _Styles) -> None:
    match value:
        case None | "":
            return
        case bool():
            page.write_string(*at, str(value), styles.text)
        case int():
            page.write_number(*at, value, styles.whole)
        case float():
            page.write_number(*at, value, styles.number)
        case str() if column.kind == "exact" and _fits(value):
            page.write_number(*at, float(value), styles.number)
        case str() if (
            column.kind == "link" and value.startswith(_ADDRESSES) and at[0] <= _MOST_LINKS and len(value) < 2000
        ):
            # The address as it is said, the text as far as a cell holds it.
            address, _, text = value.partition("\n")
            if page.write_url(*at, address, styles.link, (text or address)[:255]) < 0:
                page.write_string(*at, (text or address)[:_LONGEST], styles.text)
        case _:
            text = str(value)
            shown = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
            page.write_string(*at, shown, styles.long if column.kind == "long" else styles.text)


_PLAIN = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")


def _fits(value: str) -> bool:
    """Whether a text is a number, and Excel keeps it as it is."""
    if not _PLAIN.fullmatch(value):
        return False
    digits = Decimal(value).as_tuple().digits
    return len(digits) <= _DIGITS


def _too_many(sheet: Sheet) -> CommandError:
    return CommandError(
        Exit.USAGE,
        zh=f"“{sheet.zh}”超过 Excel 一张表的 {MOST_ROWS:,} 行，未写入；请缩小范围，或用 --csv、--parquet",
        en=f"'{sheet.en}' has more than the {MOST_ROWS:,} rows of a sheet of Excel, nothing was written; narrow it, or"
        " use --csv or --parquet",
    )
