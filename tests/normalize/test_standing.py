"""Numbers that stand by themselves."""

import pytest

from normalize.standing import SLOT


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("≥22000件", ["22000"]),
        ("培训3场，500人次", ["3", "500"]),
        ("0.05%", ["0.05"]),
        ("2024年12月31日前", []),
        ("2024年6", []),
        ("等保2.0三级", []),
        ("每月15日", []),
        ("拨打12345热线", []),
        ("GB/T 33190", []),
    ],
)
def test_a_part_of_a_word_a_date_or_a_code_is_none(text: str, numbers: list[str]) -> None:
    assert SLOT.findall(text) == numbers
