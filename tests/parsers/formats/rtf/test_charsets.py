"""Bytes become characters by the character set of their font, then by the code page of the file."""

from parsers.formats.rtf.charsets import Charsets, Font, code_page


def test_a_font_says_what_bytes_are() -> None:
    charsets = Charsets("cp1252", {1: Font("宋体", 134), 2: Font("細明體", 136), 3: Font("Times", 0)})
    assert charsets.decoded("产出".encode("gbk"), 1) == "产出"
    assert charsets.decoded("產出".encode("big5"), 2) == "產出"
    assert charsets.decoded(b"\xb1", 3) == "±"
    assert charsets.decoded(b"\xb2\xfa", 9) == "²ú"


def test_the_page_says_it_where_a_western_font_cannot() -> None:
    charsets = Charsets("gb18030", {3: Font("Times", 0)})
    assert charsets.decoded("产出".encode("gbk"), 3) == "产出"
    assert charsets.decoded(b"\xb1", 3) == "±"


def test_symbol_fonts_are_told() -> None:
    charsets = Charsets(fonts={1: Font("Wingdings", 2), 2: Font("Arial", 0), 3: Font("", 2)})
    assert [charsets.symbols(number) for number in (1, 2, 3, 4)] == ["Wingdings", None, "Symbol", None]


def test_unknown_pages_are_western() -> None:
    assert [code_page(number) for number in (936, 65001, 0)] == ["gb18030", "utf-8", "cp1252"]
