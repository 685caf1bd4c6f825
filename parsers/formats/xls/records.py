"""The records of an Excel 97-2003 stream, counted one by one; the check on the library that reads them."""

import struct
from collections.abc import Iterator

from parsers.formats.conservation import Count

_HEAD = struct.Struct("<HH")
# Records of one cell with a value, each beginning with its row: NUMBER, LABEL, RSTRING, RK, LABELSST, FORMULA and the
# forms that older files have of some of them.
_CELLS = frozenset(
    [0x0203, 0x0003, 0x0002, 0x0204, 0x0004, 0x00D6, 0x027E, 0x00FD, 0x0006, 0x0206, 0x0406, 0x0205, 0x0005]
)
_FORMULAS = frozenset([0x0006, 0x0206, 0x0406])
_SEVERAL = 0x00BD
_BEGINS = frozenset([0x0809, 0x0409, 0x0209, 0x0009])
_ENDS = 0x000A
_WORKSHEET = b"\x10\x00"
"""What a part says it is at its beginning; charts, inside sheets too, hold copies of cells."""
_NO_TEXT = b"\x03"
_CODEPAGE = 0x0042


def records(stream: bytes) -> Iterator[tuple[int, bytes]]:
    """Each record of a stream: its kind and what is in it.

    >>> list(records(bytes.fromhex("0308" "0200" "0100" "ff")))
    [(2051, b'\\x01\\x00')]
    """
    at = 0
    while at + 4 <= len(stream):
        kind, size = _HEAD.unpack_from(stream, at)
        yield kind, stream[at + 4 : at + 4 + size]
        at += 4 + size


def has_codepage(stream: bytes) -> bool:
    """Whether a workbook says in which encoding its texts are."""
    return any(kind == _CODEPAGE for kind, _ in records(stream[:4096]))


def raw_count(stream: bytes) -> Count:
    """The sheets, rows and cells that have a record with a value; characters are not counted."""
    tables = cells = 0
    rows: set[tuple[int, bytes]] = set()
    number = 0
    parts: list[int] = []  # those that are open, 0 for what is no sheet
    for kind, data in records(stream):
        if kind in _BEGINS:
            number += 1
            parts.append(number if data[2:4] == _WORKSHEET else 0)
        elif kind == _ENDS:
            parts = parts[:-1]
        elif parts and parts[-1]:
            found = _values(kind, data)
            if found:
                cells += found
                rows.add((parts[-1], data[:2]))
    tables = len({sheet for sheet, _ in rows})
    return Count(tables, len(rows), cells, 0)


def reach(stream: bytes) -> int:
    """The slots of a rectangle around every cell of every sheet: what a library fills that lays out all of them."""
    row = column = -1
    for kind, data in records(stream):
        if (kind in _CELLS or kind == _SEVERAL) and len(data) >= 4:
            row = max(row, int.from_bytes(data[:2], "little"))
            column = max(column, int.from_bytes(data[-2:] if kind == _SEVERAL else data[2:4], "little"))
    return (row + 1) * (column + 1)


def _values(kind: int, data: bytes) -> int:
    if kind == _SEVERAL:
        return max((len(data) - 6) // 6, 0)
    if kind not in _CELLS:
        return 0
    blank_formula = kind in _FORMULAS and data[6:7] == _NO_TEXT and data[12:14] == b"\xff\xff"
    return int(not blank_formula)
