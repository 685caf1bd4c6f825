"""The signs of symbol fonts as Unicode: Word stores an inserted ≥ as a code of the font Symbol."""

# The encoding of Adobe's Symbol font from 0x20 on; a space stands for what has no sign.
_SYMBOL = (
    " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}~"
    + " " * 33
    + "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…│─↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪ 〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"
)
# Of the dingbats only what forms are filled in with: boxes, ticks, crosses, bullets, circled numbers, arrows.
_WINGDINGS = {
    0x4A: "☺", 0x6C: "●", 0x6D: "○", 0x6E: "■", 0x6F: "□", 0x70: "□", 0x71: "□", 0x72: "□", 0x73: "◆", 0x74: "◆",
    0x75: "◆", 0x76: "❖", 0x77: "◆", 0x9E: "·", 0x9F: "•", 0xA0: "·", 0xA1: "○", 0xA2: "○", 0xA4: "◉", 0xA6: "○",
    0xA7: "▪", 0xA8: "□", 0xAA: "✦", 0xAB: "★", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "→",
    0xEF: "⇦", 0xF0: "⇨", 0xF1: "⇧", 0xF2: "⇩", 0xFB: "×", 0xFC: "√", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_WINGDINGS |= {0x80 + number: sign for number, sign in enumerate("⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿")}
_WINGDINGS_2 = {
    0x4F: "×", 0x50: "√", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x97: "●", 0x98: "●", 0x99: "◉", 0x9A: "◉",
    0x9E: "○", 0x9F: "■", 0xA0: "■", 0xA2: "■", 0xA3: "□", 0xA4: "□", 0xA5: "□", 0xAE: "◆", 0xEA: "★",
}  # fmt: skip
_WINGDINGS_2 |= {0x69 + number: sign for number, sign in enumerate("⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿")}
_WEBDINGS = {0x61: "√", 0x63: "□", 0x67: "■", 0x6E: "●", 0x72: "×"}

_FONTS = {
    "symbol": {code: sign for code, sign in enumerate(_SYMBOL, start=0x20) if sign != " " or code == 0x20},
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "webdings": _WEBDINGS,
}
PRIVATE = range(0xF000, 0xF100)
"""Where Unicode text holds the codes of symbol fonts."""


def is_symbol_font(font: str | None) -> bool:
    """Whether the letters of a font are signs."""
    return font is not None and font.lower() in _FONTS


def symbol_font(name: str) -> str | None:
    """The symbol font that a name in a PDF stands for, None for any other.

    >>> [symbol_font(name) for name in ("ABCDEF+Wingdings-Regular", "SymbolMT", "Wingdings2", "SimSun")]
    ['wingdings', 'symbol', 'wingdings 2', None]
    """
    bare = name.rpartition("+")[2].lower().replace(" ", "").replace("-", "")
    families = ("wingdings2", "wingdings", "webdings", "symbol")
    family = next((family for family in families if bare.startswith(family)), None)
    return "wingdings 2" if family == "wingdings2" else family


def sign(font: str | None, code: int) -> str:
    r"""The sign that a font shows for a code, with or without 0xF000 before it.

    A private code without a font is one of Symbol, as in the text that other programs export.

    >>> sign("Symbol", 0xF0B3) + sign("Symbol", 0xA3) + sign("Wingdings", 0xF0FE) + sign(None, 0xF0B4)
    '≥≤☑×'
    """
    if not is_symbol_font(font) and code not in PRIVATE:
        return chr(code)
    signs = _FONTS.get((font or "").lower(), _FONTS["symbol"])
    low = code - PRIVATE.start if code in PRIVATE else code
    return signs.get(low, chr(code))


def signed(font: str | None, text: str) -> str:
    """A run's text in the signs of its font.

    >>> signed("Symbol", "³95"), signed("宋体", "\\uf0b395%")
    ('≥95', '≥95%')
    """
    return "".join(sign(font, ord(character)) for character in text)
