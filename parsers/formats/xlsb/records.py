"""The records of a binary sheet part: how many cells there are, and how far they reach."""

from collections.abc import Iterator
from typing import NamedTuple

_ROW, _FIRST, _LAST = 0, 2, 11
"""The kinds of records that begin a row, and of those that are a cell with a value."""


class Extent(NamedTuple):
    """The cells with a value in a sheet part, the rows that have some, and the area a rectangle around all takes."""

    rows: int = 0
    cells: int = 0
    area: int = 0


def records(part: bytes) -> Iterator[tuple[int, bytes]]:
    """Each record of a part: its kind and what is in it.

    >>> list(records(bytes.fromhex("00 04 01000000 9401 00")))
    [(0, b'\\x01\\x00\\x00\\x00'), (148, b'')]
    """
    at = 0
    while at < len(part):
        kind, at = _number(part, at, 2)
        size, at = _number(part, at, 4)
        yield kind, part[at : at + size]
        at += size


def _number(part: bytes, at: int, longest: int) -> tuple[int, int]:
    """A number of seven bits a byte, as long as the eighth is set, and the place after it."""
    number = 0
    for place in range(longest):
        if at >= len(part):
            break
        byte = part[at]
        at += 1
        number |= (byte & 0x7F) << (7 * place)
        if byte < 0x80:
            break
    return number, at


def extent(part: bytes) -> Extent:
    """How far the cells of a sheet part reach."""
    row = cells = 0
    rows: set[int] = set()
    columns: set[int] = set()
    for kind, data in records(part):
        if kind == _ROW:
            row = int.from_bytes(data[:4], "little")
        elif _FIRST <= kind <= _LAST:
            cells += 1
            rows.add(row)
            columns.add(int.from_bytes(data[:4], "little"))
    if not cells:
        return Extent()
    return Extent(len(rows), cells, (max(rows) - min(rows) + 1) * (max(columns) - min(columns) + 1))
