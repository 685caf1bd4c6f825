"""Properties of characters and paragraphs in a Word 97-2003 file: runs on pages, each with its list of changes."""

import struct
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

_PAGE = 512
_OPERANDS = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}
_TABLE_SHAPE, _TABS = 0xD608, 0xC615
_ELSEWHERE = {0x6645, 0x6646, 0x646B}
"""Lists too long for a page; the operand says where in the data stream they stand."""


def changes(listed: bytes, data: bytes = b"") -> Iterator[tuple[int, bytes]]:
    r"""Each property that a list changes, with its operand.

    >>> list(changes(b"\x16\x24\x01\x49\x66\x02\x00\x00\x00"))
    [(9238, b'\x01'), (26185, b'\x02\x00\x00\x00')]
    """
    at = 0
    while at + 2 <= len(listed):
        (code,) = struct.unpack_from("<H", listed, at)
        at += 2
        length = _length(code, listed, at)
        operand = listed[at : at + length]
        at += length
        if code in _ELSEWHERE and len(operand) == 4:
            yield from _elsewhere(operand, data)
        else:
            yield code, operand


def _length(code: int, listed: bytes, at: int) -> int:
    kind = code >> 13
    if kind != 6:
        return _OPERANDS[kind]
    if code == _TABLE_SHAPE:
        return 1 + int.from_bytes(listed[at : at + 2], "little")
    if code == _TABS and listed[at : at + 1] == b"\xff":
        deleted = listed[at + 1] if at + 1 < len(listed) else 0
        added = at + 2 + 4 * deleted
        return 2 + 4 * deleted + (1 + 3 * listed[added] if added < len(listed) else 0)
    return 1 + (listed[at] if at < len(listed) else 0)


def _elsewhere(operand: bytes, data: bytes) -> Iterator[tuple[int, bytes]]:
    place = int.from_bytes(operand, "little")
    length = int.from_bytes(data[place : place + 2], "little")
    for code, value in changes(data[place + 2 : place + 2 + length]):
        if code not in _ELSEWHERE:
            yield code, value


@dataclass(slots=True)
class Runs:
    """Stretches of stored bytes with the list of properties each has."""

    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    lists: list[bytes] = field(default_factory=list)

    def at(self, offset: int) -> bytes:
        """The list of what is stored at an offset."""
        index = bisect_right(self.starts, offset) - 1
        return self.lists[index] if index >= 0 and offset < self.ends[index] else b""

    def between(self, start: int, end: int) -> Iterator[tuple[int, int, bytes]]:
        """The stretches that lie between two offsets, cut to them."""
        index = max(0, bisect_right(self.starts, start) - 1)
        while index < len(self.starts) and self.starts[index] < end:
            if self.ends[index] > start:
                yield max(start, self.starts[index]), min(end, self.ends[index]), self.lists[index]
            index += 1


Entry = Callable[[bytes, int], bytes]


def runs(structure: bytes, stream: bytes, width: int, entry: Entry) -> Runs:
    """The runs on the pages that a structure lists; `width` bytes on a page point to the entry of each."""
    found: list[tuple[int, int, bytes]] = []
    count = (len(structure) - 4) // 8
    numbers = struct.unpack_from(f"<{count}I", structure, 4 * (count + 1)) if count > 0 else ()
    for number in numbers:
        page = stream[(number & 0x3FFFFF) * _PAGE :][:_PAGE]
        if len(page) < _PAGE or 4 * (page[-1] + 1) + width * page[-1] > _PAGE - 1:
            continue
        bounds = struct.unpack_from(f"<{page[-1] + 1}I", page)
        for index, (start, end) in enumerate(pairwise(bounds)):
            at = 2 * page[4 * len(bounds) + width * index]
            found.append((start, end, entry(page, at) if at else b""))
    found.sort(key=lambda run: run[0])
    return Runs([run[0] for run in found], [run[1] for run in found], [run[2] for run in found])


def of_characters(page: bytes, at: int) -> bytes:
    """The list of a run of characters on a page."""
    return page[at + 1 : at + 1 + page[at]]


def of_paragraph(page: bytes, at: int) -> bytes:
    """The number of its style, and the list of a paragraph on a page."""
    if page[at]:
        return page[at + 1 : at + 2 * page[at]]
    return page[at + 2 : at + 2 + 2 * page[at + 1]] if at + 1 < _PAGE else b""
