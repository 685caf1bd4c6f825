"""Letters put in place of the characters they look like."""

import pytest

from parsers.formats.pdf.radicals import mended


@pytest.mark.parametrize(
    ("drawn", "read"),
    [
        ("⼀⽬⾯", "一目面"),
        ("⻓期⻔户⻚⾯⻛险", "长期门户页面风险"),
        ("ofﬁce", "office"),
        ("绩\x01效\ufeff", "绩效"),
        ("产出指标\x02", "产出指标-"),
        ("10²㎡①≥98％", "10²㎡①≥98％"),
    ],
)
def test_radicals_are_characters_and_everything_else_stays(drawn: str, read: str) -> None:
    assert mended(drawn) == read


def test_every_radical_of_the_supplement_has_its_character() -> None:
    gaps = {0x2E87, 0x2E8B, 0x2E91, 0x2E98, 0x2E9A, 0x2EA7, 0x2EB3, 0x2EB4, 0x2EB5}
    odd = [chr(code) for code in range(0x2E80, 0x2EF4) if 0x2E80 <= ord(mended(chr(code))) < 0x2FE0]
    assert len(odd) <= len(gaps)
    assert not any("\u2f00" <= letter < "\u2fe0" for letter in map(mended, map(chr, range(0x2F00, 0x2FD6))))
