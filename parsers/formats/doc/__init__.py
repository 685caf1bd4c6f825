"""Word files of 1997 to 2003 (.doc), and what WPS Office saves as such: text out of pieces, tables out of marks."""

import struct
from collections.abc import Iterator

from parsers.formats.compound import Compound, stream_names
from parsers.formats.conservation import Count, counted, lost
from parsers.formats.doc import header as places
from parsers.formats.doc.characters import Characters, font_names
from parsers.formats.doc.header import Header, header
from parsers.formats.doc.lists import Lists
from parsers.formats.doc.paragraphs import Paragraphs
from parsers.formats.doc.pieces import damaged, pieces
from parsers.formats.doc.properties import of_characters, of_paragraph, runs
from parsers.formats.doc.raw_count import raw_count
from parsers.formats.doc.story import flow
from parsers.formats.doc.styles import styles
from parsers.formats.flow import Flow, blocks
from parsers.formats.reader import Reader, Request
from schema.document import Document
from schema.limits import Limits

_MAIN, _DATA = "WordDocument", "Data"
_PICTURES = "\x01\x08"
_PASSING = ("_GoBack", "_Hlk", "_Ref", "OLE_LINK")
# What structures that contradict each other make Python raise.
_DAMAGE = (struct.error, LookupError, ValueError, OverflowError)


def matches(content: bytes, _name: str) -> bool:
    """Whether an OLE file holds the main stream of Word."""
    return _MAIN.lower() in stream_names(content)


def read(content: bytes, request: Request) -> Document:
    """The paragraphs and tables of a Word 97-2003 file in reading order, its text boxes after them.

    Raises `ReadError`: `truncated`, `corrupt`, `encrypted` as the file is, `unsupported` for Word 6 and 95, `limit`
    past a bound, `image_only` where nothing but pictures is shown.
    """
    opened = _Opened(content, request.limits)
    try:
        found = tuple(opened.flow())
    except _DAMAGE as error:
        raise damaged() from error
    shown = blocks(found, request.limits, pictures=opened.pictures)
    return Document(source="doc", blocks=shown, diagnostics=lost(opened.held(), counted(shown)))


class _Opened:
    """The streams of one file."""

    def __init__(self, content: bytes, limits: Limits) -> None:
        file = Compound(content, limits)
        self.stream = file.stream(_MAIN)
        self.header: Header = header(self.stream)
        self.table = file.stream(self.header.table)
        self.data = file.stream(_DATA) if _DATA in file else b""
        self.pictures = False
        self._characters: Characters | None = None

    def held(self) -> Count:
        """What the body holds by its marks; nothing where words are hidden or deleted, which marks do not tell."""
        characters = self._characters
        if characters is None or any(look.gone for look in characters.looks.values()):
            return Count()
        return raw_count(characters.pieces.text[: self.header.main])

    def flow(self) -> Iterator[Flow]:
        """The body, then the text boxes."""
        found = pieces(self._structure(places.PIECES), self.stream, chinese=self.header.chinese)
        self.pictures = any(mark in found.text for mark in _PICTURES)
        self._characters = Characters(
            found,
            runs(self._structure(places.CHARACTERS), self.stream, 1, of_characters),
            font_names(self._structure(places.FONTS)),
            styles(self._structure(places.STYLES)),
        )
        paragraphs = Paragraphs(
            self._characters,
            runs(self._structure(places.PARAGRAPHS), self.stream, 13, of_paragraph),
            Lists(self._lists(), self._structure(places.LIST_USES)),
            self.data,
            self._marks(),
        )
        yield from flow(paragraphs.between(0, self.header.main))
        yield from flow(paragraphs.between(self.header.boxes.start, self.header.boxes.stop))

    def _structure(self, number: int) -> bytes:
        offset, length = self._place(number)
        return self.table[offset : offset + length]

    def _place(self, number: int) -> tuple[int, int]:
        return self.header.places[number] if number < len(self.header.places) else (0, 0)

    def _lists(self) -> bytes:
        """The definitions of lists; their levels follow the structure, and its length leaves them out."""
        offset, length = self._place(places.LISTS)
        return self.table[offset:] if length else b""

    def _marks(self) -> frozenset[int]:
        """The characters at which bookmarks begin that mark a place in the document."""
        names, starts = self._structure(places.BOOKMARK_NAMES), self._structure(places.BOOKMARKS)
        count = (len(starts) - 4) // 8
        found = set()
        at = 6
        for (place,) in struct.iter_unpack("<I", starts[: 4 * max(count, 0)]):
            length = int.from_bytes(names[at : at + 2], "little")
            name = names[at + 2 : at + 2 + 2 * length].decode("utf-16-le", "replace")
            at += 2 + 2 * length
            if name and not name.startswith(_PASSING):
                found.add(place)
        return frozenset(found)


DOC = Reader(name="doc", suffixes=(".doc", ".dot", ".wps"), matches=matches, read=read)
