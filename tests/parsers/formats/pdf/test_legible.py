"""Text that is no text."""

import pytest

from parsers.formats.pdf.legible import is_legible


@pytest.mark.parametrize(
    ("text", "legible"),
    [
        ("项目支出绩效目标表", True),
        ("", True),
        ("\uf0b3\uf0a3" * 10 + "满意度", True),
        ("項目支出績效目標表，應當於年底完成", True),
        ("\ufffd" * 30 + "绩效", False),
        ("(cid:101)(cid:7)" * 20, False),
        ("\ue123\ue456" * 20, False),
        ("丂丄丅丆丏丒丗丟丠両丣並丩", False),
    ],
)
def test_unmapped_letters_are_no_text(text: str, legible: bool) -> None:
    assert is_legible(text) is legible
