"""Signs of fonts as people see them."""

import pytest

from parsers.formats.symbols import is_symbol_font, sign, signed


@pytest.mark.parametrize(
    ("font", "code", "expected"),
    [
        ("Symbol", 0xF0B3, "≥"), ("Symbol", 0xA3, "≤"), ("Symbol", 0xF0B4, "×"), ("Symbol", 0xB1, "±"), ("Symbol", 0xF0B9, "≠"),
        ("Symbol", 0xBB, "≈"), ("Symbol", 0xB8, "÷"), ("Symbol", 0xD6, "√"), ("Symbol", 0xE5, "∑"), ("Symbol", 0x35, "5"),
        ("Symbol", 0x20, " "), ("Symbol", 0xF03E, ">"), ("Symbol", 0xB0, "°"), ("Symbol", 0x6D, "μ"), ("Symbol", 0xAE, "→"),
        ("Wingdings", 0xF0A8, "□"), ("Wingdings", 0x6F, "□"), ("Wingdings", 0xFC, "√"), ("Wingdings", 0xF0FE, "☑"),
        ("Wingdings", 0x81, "①"), ("Wingdings 2", 0x52, "☑"), ("Wingdings 2", 0xF0A3, "□"), ("Wingdings 2", 0x6A, "①"),
        ("Webdings", 0x61, "√"), (None, 0xF0B3, "≥"), ("宋体", 0xF0A3, "≤"), ("宋体", 0x2265, "≥"), ("Symbol", 0x2265, "≥"),
        ("Wingdings", 0xF001, "\uf001"),
    ],
)  # fmt: skip
def test_a_code_shows_its_sign(font: str | None, code: int, expected: str) -> None:
    assert sign(font, code) == expected


def test_a_run_shows_its_signs() -> None:
    assert signed("Symbol", "\uf0b3 95") == "≥ 95"
    assert [is_symbol_font(font) for font in ("SYMBOL", "Wingdings 2", "宋体", None)] == [True, True, False, False]
