"""What a person sees of a stretch of a Word 97-2003 file: deleted and hidden characters out, signs and powers in."""

import re
import struct
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from parsers.formats.doc.pieces import Pieces, whole
from parsers.formats.doc.properties import Runs, changes
from parsers.formats.doc.styles import Styles
from parsers.formats.markup import raised
from parsers.formats.symbols import is_symbol_font, sign, signed

_DELETED, _VANISHES, _SYMBOL, _RAISING, _FONT, _STYLE = 0x0800, 0x083C, 0x6A09, 0x2A48, 0x4A4F, 0x4A30
BEGIN, SEPARATE, END = "\x13", "\x14", "\x15"
_MARKS = re.compile("[\x13\x14\x15]")
# Breaks and hyphens as people see them; what stands for a picture, a note or a mark of the program shows nothing.
_SHOWN = str.maketrans({"\x0b": "\n", "\x0c": "\n", "\x0e": "\n", "\r": None, "\x07": None, "\x1e": "-", "\x1f": None})
_SHOWN |= dict.fromkeys((*range(7), 8, *range(0x0F, 0x1E)), None)
_CODES = re.compile("[\uf000-\uf0ff]")


class Look(NamedTuple):
    """What the properties of a run do to its characters; of fonts only those of signs count."""

    deleted: bool = False
    hidden: bool = False
    symbol: str | None = None
    raising: int = 0
    font: str | None = None

    @property
    def gone(self) -> bool:
        """Whether nothing of them is seen."""
        return self.deleted or self.hidden


PLAIN = Look()


@dataclass(slots=True)
class Characters:
    """The text of a document by its characters, and what the runs they stand in do to them."""

    pieces: Pieces
    runs: Runs
    fonts: Sequence[str]
    styles: Styles
    fields: list[bool] = field(default_factory=list)
    looks: dict[tuple[int, bytes], Look] = field(default_factory=dict)

    def shown(self, start: int, end: int, style: int) -> str:
        """What a person sees of the characters from one to another, in a paragraph of a style."""
        stretches = self._looks(start, end, style)
        if all(look is PLAIN for _, _, look in stretches):
            stretches = [(start, end, PLAIN)]
        pieces = []
        for first, last, look in stretches:
            text = self._outside_codes(self.pieces.text[first:last])
            if not look.gone:
                pieces.append(_dressed(text, look))
        return whole("".join(pieces).translate(_SHOWN))

    def deleted(self, character: int) -> bool:
        """Whether a tracked change takes a character away: with the mark at its end goes a row."""
        return any(look.deleted for _, _, look in self._looks(character, character + 1, 0))

    def _outside_codes(self, text: str) -> str:
        """The text without the codes of fields; a field shows its result."""
        if not self.fields and not _MARKS.search(text):
            return text
        kept = []
        for part in re.split("([\x13\x14\x15])", text):
            if part == BEGIN:
                self.fields.append(False)
            elif part == SEPARATE and self.fields:
                self.fields[-1] = True
            elif part == END and self.fields:
                self.fields.pop()
            elif all(self.fields):
                kept.append(part)
        return "".join(kept)

    def _looks(self, start: int, end: int, style: int) -> list[tuple[int, int, Look]]:
        """The stretches between two characters with their looks, piece by piece; one without a run has its style's."""
        plain = self._look(style, b"")
        found: list[tuple[int, int, Look]] = []
        at = start
        while at < end:
            offset, changed = self.pieces.at(at)
            piece = self.pieces.piece(at)
            stop = min(end, piece.end)
            done = at
            for low, high, listed in self.runs.between(offset, offset + (stop - at) * piece.size):
                first, last = at + (low - offset) // piece.size, at + (high - offset) // piece.size
                found.append((done, first, plain))
                found.append((first, last, self._look(style, listed + changed)))
                done = last
            found.append((done, stop, self._look(style, changed) if changed else plain))
            at = stop
        return found

    def _look(self, style: int, listed: bytes) -> Look:
        if (style, listed) not in self.looks:
            own = [int.from_bytes(operand, "little") for code, operand in changes(listed) if code == _STYLE]
            dressed = self.styles.characters(style) + (self.styles.characters(own[-1]) if own else b"")
            look = self._read(listed, self._read(dressed, PLAIN))
            self.looks[style, listed] = PLAIN if look == PLAIN else look
        return self.looks[style, listed]

    def _read(self, listed: bytes, styled: Look) -> Look:
        look = styled
        for code, operand in changes(listed):
            if code == _DELETED and operand[:1] == b"\x01":
                look = look._replace(deleted=True)
            elif code == _VANISHES and operand:
                # 0x80 says what the style says, 0x81 the opposite.
                look = look._replace(hidden=bool(operand[0] & 1) != (operand[0] >= 0x80 and styled.hidden))
            elif code == _SYMBOL and len(operand) == 4:
                number, character = struct.unpack("<HH", operand)
                look = look._replace(symbol=sign(self._font(number), character))
            elif code == _RAISING and operand:
                look = look._replace(raising=operand[0])
            elif code == _FONT and len(operand) == 2:
                font = self._font(int.from_bytes(operand, "little"))
                look = look._replace(font=font if is_symbol_font(font) else None)
        return look

    def _font(self, number: int) -> str | None:
        return self.fonts[number] if number < len(self.fonts) else None


def _dressed(text: str, look: Look) -> str:
    if look.symbol is not None:
        return look.symbol * len(text)
    if look.font or _CODES.search(text):
        text = signed(look.font, text)
    return raised(text, down=look.raising == 2) if look.raising in {1, 2} else text


def font_names(structure: bytes) -> list[str]:
    """The names in the table of fonts, by their numbers."""
    names: list[str] = []
    count = int.from_bytes(structure[:2], "little")
    at = 4
    while len(names) < count and at < len(structure):
        length = structure[at]
        name = structure[at + 40 : at + 1 + length].decode("utf-16-le", "replace")
        names.append(name.partition("\0")[0])
        at += 1 + length
    return names
