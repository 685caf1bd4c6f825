"""CSV that opens right in a Chinese Excel: marked as UTF-8, and no text is taken for a formula or a number."""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from audit.export.sheets import Column, Sheet
from ingest.written import written
from schema.diagnostic import Language

_FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠]")
_NUMBER = re.compile(r"[+-]?[0-9]{1,15}(?:\.[0-9]+)?")
_PLAIN = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_MISREAD = re.compile(r"[0-9]{12,}|0[0-9]+|[0-9]+[eE][0-9]+")
"""What Excel would turn into another number: long codes, leading zeros, what looks like a power of ten."""


def guarded(text: str) -> str:
    """A text that no spreadsheet takes for a formula, or for a number that it is not; plain numbers stay numbers.

    >>> guarded("=1+1"), guarded("-5"), guarded("-增长"), guarded("0123"), guarded("≥90%")
    ("'=1+1", '-5', "'-增长", "'0123", '≥90%')
    """
    formula = _FORMULA.match(text) and not _NUMBER.fullmatch(text)
    return "'" + text if formula or _MISREAD.fullmatch(text) else text


def lines(sheet: Sheet, language: Language) -> Iterator[str]:
    """The lines of a sheet, a header first; the mark at the beginning is for whoever writes them.

    >>> from audit.export.sheets import Column
    >>> sheet = Sheet("s", "表", "s", (Column("n", "数", "n", "exact"), Column("t", "文", "t")), [("2.5", "=A1")])
    >>> list(lines(sheet, "zh"))
    ['数,文\\r\\n', "2.5,'=A1\\r\\n"]
    """
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow([column.title(language) for column in sheet.columns])
    yield _taken(buffer)
    for row in sheet.rows:
        writer.writerow([_cell(column, value) for column, value in zip(sheet.columns, row, strict=True)])
        yield _taken(buffer)


def _taken(buffer: io.StringIO) -> str:
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text


def _cell(column: Column, value: Any) -> Any:
    match value:
        case None:
            return ""
        case str() if column.kind != "exact" or not _PLAIN.fullmatch(value):
            return guarded(value)
        case _:
            return value


def write_csv(path: Path, sheet: Sheet, language: Language) -> int:
    """Write a sheet; how many rows. Raises `CommandError`."""
    count = -1
    with written(path) as part, part.open("w", encoding="utf-8-sig", newline="", errors="backslashreplace") as file:
        for line in lines(sheet, language):
            file.write(line)
            count += 1
    return count
