"""The text of a Word 97-2003 file out of its pieces, in the order of reading, each character where it was stored."""

import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from parsers.formats.evidence import plausibility
from schema.read_error import ReadError
from schema.source import Status

_PROPERTIES, _TABLE = 1, 2
_COMPRESSED = 0x40000000
_PLAUSIBLE = 0.8


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text: its first character, where its bytes begin, bytes a character, changes made in haste."""

    start: int
    end: int
    offset: int
    size: int
    changes: bytes = b""


@dataclass(slots=True)
class Pieces:
    """All pieces of a document, and the text they make together."""

    text: str
    pieces: list[Piece]
    starts: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.starts = [piece.start for piece in self.pieces]

    def piece(self, character: int) -> Piece:
        """The piece that a character belongs to."""
        return self.pieces[bisect_right(self.starts, character) - 1]

    def at(self, character: int) -> tuple[int, bytes]:
        """Where a character is stored, and the changes a fast save made to its piece."""
        piece = self.piece(character)
        return piece.offset + (character - piece.start) * piece.size, piece.changes


def pieces(structure: bytes, stream: bytes, *, chinese: bool) -> Pieces:
    """The pieces that the table stream lists; `chinese` lets bytes be read as GBK where they cannot be Western.

    Raises `ReadError`: `corrupt` where the list makes no sense, `truncated` where text lies past the end.
    """
    found: list[Piece] = []
    texts: list[str] = []
    for piece in _listed(structure):
        raw = stream[piece.offset : piece.offset + (piece.end - piece.start) * piece.size]
        if len(raw) < (piece.end - piece.start) * piece.size:
            raise ReadError(
                Status.TRUNCATED,
                zh="文件不完整，部分文字缺失；请重新下载",
                en="the file is cut off, some of its text is missing; download it again",
            )
        found.append(piece)
        texts.append(_wide(raw) if piece.size == 2 else _narrow(raw, chinese=chinese))
    if not found or found[0].start != 0:
        raise damaged()
    return Pieces("".join(texts), found)


def _listed(structure: bytes) -> Iterator[Piece]:
    changes: list[bytes] = []
    at = 0
    while at < len(structure) and structure[at] == _PROPERTIES:
        (length,) = struct.unpack_from("<H", structure, at + 1)
        changes.append(structure[at + 3 : at + 3 + length])
        at += 3 + length
    if at + 5 > len(structure) or structure[at] != _TABLE:
        raise damaged()
    (length,) = struct.unpack_from("<I", structure, at + 1)
    count = (min(length, len(structure) - at - 5) - 4) // 12
    if count < 1:
        raise damaged()
    bounds = struct.unpack_from(f"<{count + 1}I", structure, at + 5)
    for index, (start, end) in enumerate(pairwise(bounds)):
        place, change = struct.unpack_from("<2xIH", structure, at + 5 + 4 * (count + 1) + 8 * index)
        if end < start:
            raise damaged()
        narrow = bool(place & _COMPRESSED)
        offset = (place & ~_COMPRESSED) // 2 if narrow else place
        yield Piece(start, end, offset, 1 if narrow else 2, _change(change, changes))


# The sprms that a fast save abbreviates, by their short numbers: those that tables and tracked changes need.
_SHORT = {0x18: 0x2416, 0x19: 0x2417, 0x41: 0x0800, 0x5C: 0x083C, 0x68: 0x2A48}


def _change(change: int, changes: list[bytes]) -> bytes:
    """The properties that a piece changes: one in the number itself, or a list stored before the pieces."""
    if change & 1:
        number = change >> 1
        return changes[number] if number < len(changes) else b""
    short = _SHORT.get(change >> 1 & 0x7F)
    return struct.pack("<HB", short, change >> 8) if short else b""


def _wide(raw: bytes) -> str:
    """Two bytes a character; halves of a pair stay apart, so that characters can be counted."""
    text = raw.decode("utf-16-le", "surrogatepass")
    if len(text) * 2 == len(raw):
        return text
    return "".join(map(chr, struct.unpack(f"<{len(raw) // 2}H", raw)))


def whole(text: str) -> str:
    """A text whose halves of pairs are joined again."""
    if not any("\ud800" <= character <= "\udfff" for character in text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _narrow(raw: bytes, *, chinese: bool) -> str:
    """One byte a character: Western, or what some programs put there, GBK; its second bytes become nothing to see."""
    if chinese and not raw.isascii():
        try:
            text = raw.decode("gbk")
        except UnicodeDecodeError:
            text = ""
        if text and plausibility("".join(filter(str.isprintable, text))) > _PLAUSIBLE:
            return "".join(character if character.isascii() else character + "\0" for character in text)
    return raw.decode("cp1252", "replace")


def damaged() -> ReadError:
    """The error of a file whose structures contradict each other."""
    return ReadError(
        Status.CORRUPT,
        zh="Word 文件内部结构已损坏，无法读取；请重新获取原文件",
        en="the Word file is damaged inside and cannot be read; fetch it again from where it was published",
    )
