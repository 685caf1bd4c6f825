"""The file information block of a Word 97-2003 file: how long each story is, and where each structure stands."""

import struct
from dataclasses import dataclass

from schema.read_error import ReadError
from schema.source import Status

_IDENT, _OLDER_IDENT = 0xA5EC, 0xA5DC
_WORD_97 = 0xC0
_ENCRYPTED, _TABLE_1 = 0x0100, 0x0200
_LENGTHS = 76
_PLACES = 154
_LONGEST = 136
# The number of each structure in the list of places.
STYLES, CHARACTERS, PARAGRAPHS, FONTS, BOOKMARK_NAMES, BOOKMARKS, PIECES, LISTS, LIST_USES = (
    1,
    12,
    13,
    15,
    21,
    22,
    33,
    73,
    74,
)


@dataclass(frozen=True, slots=True)
class Header:
    """What the header says; `places` are the offset and length of structures in the table stream."""

    table: str
    chinese: bool
    main: int
    boxes: range
    places: tuple[tuple[int, int], ...]
    encrypted: bool


def header(stream: bytes) -> Header:
    """The header of the main stream.

    Raises `ReadError`: `corrupt` where it is none, `unsupported` for a file of Word 6 or 95.
    """
    ident = int.from_bytes(stream[:2], "little")
    if ident == _OLDER_IDENT:
        raise _older()
    if len(stream) < _PLACES or ident != _IDENT:
        raise _damaged()
    version, language, flags = struct.unpack_from("<H2xHxxH", stream, 2)
    if version < _WORD_97:
        raise _older()
    main, notes, headers, macros, annotations, ends, boxes = struct.unpack_from("<7i", stream, _LENGTHS)
    if min(main, notes, headers, macros, annotations, ends, boxes) < 0:
        raise _damaged()
    count = min(struct.unpack_from("<H", stream, _PLACES - 2)[0], (len(stream) - _PLACES) // 8, _LONGEST)
    numbers = struct.unpack_from(f"<{2 * count}I", stream, _PLACES)
    before = main + notes + headers + macros + annotations + ends
    return Header(
        table="1Table" if flags & _TABLE_1 else "0Table",
        chinese=language & 0x3FF == 4,
        main=main,
        boxes=range(before, before + boxes),
        places=tuple(zip(numbers[::2], numbers[1::2], strict=True)),
        encrypted=bool(flags & _ENCRYPTED),
    )


def _damaged() -> ReadError:
    return ReadError(
        Status.CORRUPT,
        zh="Word 文件的文件头已损坏；请重新获取原文件",
        en="the header of the Word file is damaged; fetch it again from where it was published",
    )


def _older() -> ReadError:
    return ReadError(
        Status.UNSUPPORTED,
        zh="文件是 Word 6.0/95 格式，暂不支持；请用 Word 或 WPS 另存为 .docx 后再导入",
        en="the file is of Word 6.0 or 95, which is not read; save it as .docx and import that",
    )
