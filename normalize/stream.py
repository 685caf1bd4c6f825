"""A stream of values, one a line, becomes a stream of readings; a line that cannot be read is one odd reading."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from normalize.values import Reading, Said, parse_value
from schema.catalogue import Code
from schema.diagnostic import Diagnostic

LONGEST_LINE = 64 * 1024
"""The most bytes of a line that are kept; the rest of a longer one is passed over unread."""

_COLUMNS = 5
_YEAR = re.compile(r"(?:19[5-9]|20[0-9])[0-9]")
_SHOWN = 80


def read_stream(source: BinaryIO) -> Iterator[Reading]:
    r"""Read lines of `value`, or of tab-separated value, unit, operator, name, fiscal year (trailing ones optional).

    A line that is too long, not UTF-8, or holds a NUL gives a reading without targets and a diagnostic; a fiscal year
    that is none, and what stands in further columns, is told.

    >>> from io import BytesIO
    >>> lines = BytesIO("≥98%\n95\t%\t≥\t合格率\t2024\n".encode() + b"\xff\n")
    >>> [(len(reading.targets), len(reading.diagnostics)) for reading in read_stream(lines)]
    [(1, 0), (1, 0), (0, 1)]
    """
    number = 0
    while line := source.readline(LONGEST_LINE + 1):
        number += 1
        if len(line) > LONGEST_LINE and not line.endswith(b"\n"):
            _pass_over(source)
            yield _unreadable(number, line, f"超过 {LONGEST_LINE} 字节 (longer than {LONGEST_LINE} bytes)")
        elif b"\0" in line:
            yield _unreadable(number, line, "含有空字符 (holds a NUL)")
        else:
            yield _read(number, line)


def _pass_over(source: BinaryIO) -> None:
    while (rest := source.readline(LONGEST_LINE)) and not rest.endswith(b"\n"):
        pass


def _read(number: int, line: bytes) -> Reading:
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError:
        return _unreadable(number, line, "不是 UTF-8 编码 (not UTF-8)")
    value, unit, operator, name, year, *more = text.rstrip("\r\n").removeprefix("\ufeff").split("\t") + [""] * 4
    reading = parse_value(
        value,
        unit=unit or None,
        operator=operator or None,
        name=name or None,
        fiscal_year=int(year) if _YEAR.fullmatch(year.strip()) else None,
    )
    unused = [] if _YEAR.fullmatch(year.strip()) else [(_COLUMNS, year)]
    unused.append((_COLUMNS + 1, "\t".join(more)))
    odd = tuple(_unused(number, column, said.strip()) for column, said in unused if said.strip())
    return reading._replace(diagnostics=reading.diagnostics + odd) if odd else reading


def _unused(number: int, column: int, said: str) -> Diagnostic:
    args = {"line": str(number), "column": str(column), "text": said[:_SHOWN]}
    return Diagnostic(code=Code.LINE_COLUMN_UNUSED, args=args)


def _unreadable(number: int, line: bytes, reason: str) -> Reading:
    shown = line[:_SHOWN].decode("utf-8", errors="replace").rstrip("\r\n")
    odd = Diagnostic(code=Code.LINE_UNREADABLE, args={"line": str(number), "reason": reason})
    return Reading(Said(shown), (), None, (odd,), ())
