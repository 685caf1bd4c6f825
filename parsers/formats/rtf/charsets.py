"""The characters that the bytes of an RTF file stand for: each font has a character set, the file a code page."""

import codecs
from dataclasses import dataclass, field

_BY_CHARSET = {
    0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gb18030", 136: "cp950",
    161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251",
    222: "cp874", 238: "cp1250", 254: "cp437",
}  # fmt: skip
_SEVERAL_BYTES = frozenset(("cp932", "cp949", "johab", "gb18030", "cp950"))
SYMBOLS = 2
"""The character set of fonts whose letters are signs."""


def code_page(number: int) -> str:
    """The encoding of a Windows code page; Western where there is none of the number.

    >>> code_page(936), code_page(950), code_page(99999)
    ('gb18030', 'cp950', 'cp1252')
    """
    if number == 936:
        return "gb18030"
    try:
        return codecs.lookup(f"cp{number}").name
    except LookupError:
        return "utf-8" if number == 65001 else "cp1252"


@dataclass(slots=True)
class Font:
    """A font by its name and its character set."""

    name: str = ""
    charset: int | None = None


@dataclass(slots=True)
class Charsets:
    """The fonts of a file by their numbers, and the code page of what names none."""

    page: str = "cp1252"
    fonts: dict[int, Font] = field(default_factory=dict)

    def decoded(self, raw: bytes, *fonts: int) -> str:
        """Bytes as characters, by the first of the fonts that knows them, a Chinese one before a Western one."""
        if raw.isascii():
            return raw.decode()
        named = [_BY_CHARSET[charset] for font in fonts if (charset := self._charset(font)) in _BY_CHARSET]
        for encoding in sorted((*named, self.page), key=lambda name: name not in _SEVERAL_BYTES):
            try:
                return raw.decode(encoding)
            except UnicodeDecodeError:
                continue
        return raw.decode("cp1252", "replace")

    def symbols(self, font: int) -> str | None:
        """The name of a font whose letters are signs, None for any other."""
        return (self.fonts[font].name or "Symbol") if self._charset(font) == SYMBOLS else None

    def _charset(self, font: int) -> int | None:
        return self.fonts[font].charset if font in self.fonts else None
