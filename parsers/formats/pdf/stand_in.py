r"""A font of two boxes, half as wide as high and square, for the characters whose own font a file does not hold.

Files may name a font (宋体) and leave it to the reader's machine. PDFium then takes one of the system's, drops the last
letter of a text or all of it where the system has none, and spends most of its time on outlines nobody looks at.
With this stand-in a file reads the same on every machine, and several times as fast. Pages are drawn with the system's.
"""

import struct
from functools import cache

_EM, _ASCENT, _DESCENT = 1000, 880, -120
_ONE = 0x00010000
"""Version 1.0, as the tables of a font write it."""
# From one character to another, and the glyph for all of them: narrow letters, then characters.
_RANGES = ((0x20, 0x2FF, 1), (0x300, 0x10FFFF, 2))


@cache
def stand_in() -> bytes:
    r"""The font, as a TrueType file of a few hundred bytes.

    >>> stand_in()[:4], len(stand_in()) < 1000
    (b'\x00\x01\x00\x00', True)
    """
    half, full = _box(_EM // 2), _box(_EM)
    mapped = b"".join(struct.pack(">III", *each) for each in _RANGES)
    tables = {
        b"cmap": struct.pack(">HHHHI", 0, 1, 3, 10, 12)
        + struct.pack(">HHIII", 13, 0, 16 + len(mapped), 0, len(_RANGES))
        + mapped,
        b"glyf": half + full,
        b"head": struct.pack(
            ">IIIIHHqqhhhhHHhhh",
            *(_ONE, _ONE, 0, 0x5F0F3CF5, 0, _EM, 0, 0),
            *(0, _DESCENT, _EM, _ASCENT, 0, 8, 2, 0, 0),
        ),
        b"hhea": struct.pack(">IhhhH6xh14xH", _ONE, _ASCENT, _DESCENT, 0, _EM, 1, 3),
        b"hmtx": struct.pack(">HhHhHh", _EM, 0, _EM // 2, 0, _EM, 0),
        b"loca": struct.pack(">4H", 0, 0, len(half) // 2, len(half + full) // 2),
        b"maxp": struct.pack(">I14H", _ONE, 3, 4, 1, 0, 0, 1, *[0] * 8),
        b"name": struct.pack(">HHH", 0, 0, 6),
        b"post": struct.pack(">IIhhIIIII", 0x00030000, *[0] * 8),
    }
    return _file(tables)


def _box(width: int) -> bytes:
    """A glyph: four corners, each as far from the one before."""
    high = _ASCENT - _DESCENT
    glyph = struct.pack(">hhhhh", 1, 0, _DESCENT, width, _ASCENT) + struct.pack(">HH4B", 3, 0, 1, 1, 1, 1)
    return glyph + struct.pack(">4h4h", 0, 0, width, 0, _DESCENT, high, 0, -high)


def _file(tables: dict[bytes, bytes]) -> bytes:
    """Tables as a file: a directory, then each of them on a multiple of four."""
    head = struct.pack(">IHHHH", _ONE, len(tables), 128, 3, 16 * len(tables) - 128)
    place = len(head) + 16 * len(tables)
    directory, body = b"", b""
    for tag, table in tables.items():
        directory += struct.pack(">4sIII", tag, 0, place + len(body), len(table))
        body += table + b"\0" * (-len(table) % 4)
    return head + directory + body
