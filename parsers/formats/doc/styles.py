"""The styles of a Word 97-2003 file: the lists of properties they give to paragraphs and characters."""

import struct
from dataclasses import dataclass, field
from typing import NamedTuple

_NONE = 0xFFF
_PARAGRAPH, _CHARACTER = 1, 2
_DEEPEST = 12


class Style(NamedTuple):
    """What a style says itself: the style it rests on, its list for paragraphs and its list for characters."""

    parent: int = _NONE
    paragraph: bytes = b""
    characters: bytes = b""


@dataclass(slots=True)
class Styles:
    """Every style by its number."""

    styles: dict[int, Style] = field(default_factory=dict)

    def paragraph(self, number: int) -> bytes:
        """The list for paragraphs of a style and of those it rests on, the outermost first."""
        return b"".join(style.paragraph for style in self._chain(number))

    def characters(self, number: int) -> bytes:
        """The list for characters, alike."""
        return b"".join(style.characters for style in self._chain(number))

    def _chain(self, number: int) -> list[Style]:
        found: list[Style] = []
        while number in self.styles and len(found) < _DEEPEST:
            found.insert(0, self.styles[number])
            number = found[0].parent
        return found


def styles(structure: bytes) -> Styles:
    """The styles that the table stream holds; none of those that cannot be read."""
    found: dict[int, Style] = {}
    if len(structure) < 6:
        return Styles(found)
    length, count, base = struct.unpack_from("<HHH", structure)
    at = 2 + length
    for number in range(count):
        if at + 2 > len(structure):
            break
        (size,) = struct.unpack_from("<H", structure, at)
        style = _style(structure[at + 2 : at + 2 + size], base)
        if style is not None:
            found[number] = style
        at += 2 + size + (size & 1)
    return Styles(found)


def _style(described: bytes, base: int) -> Style | None:
    if len(described) < base + 2 or base < 6:
        return None
    kinds, _ = struct.unpack_from("<HH", described, 2)
    kind, parent = kinds & 0xF, kinds >> 4
    at = base + 2 + 2 * int.from_bytes(described[base : base + 2], "little") + 2
    lists: list[bytes] = []
    while at + 2 <= len(described) and len(lists) < 2:
        size = int.from_bytes(described[at : at + 2], "little")
        lists.append(described[at + 2 : at + 2 + size])
        at += 2 + size + (size & 1)
    if kind == _PARAGRAPH:
        paragraph, characters = [*lists, b"", b""][:2]
        return Style(parent, paragraph[2:], characters)
    return Style(parent, b"", lists[0] if lists else b"") if kind == _CHARACTER else None
