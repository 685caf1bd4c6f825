"""Labels in two scripts."""

import pytest

from normalize.scripts import in_chinese
from normalize.taxonomy import level1, level2


@pytest.mark.parametrize("text", ["ཐོན་སྐྱེད།产出指标", "产出指标（مەھسۇلات）", "ᠭᠠᠷᠤᠯᠳᠠ产出指标", "산출지표产出指标"])
def test_a_level_beside_its_name_in_another_script(text: str) -> None:
    assert level1(text) == "产出指标"


def test_what_is_chinese_alone_or_not_at_all_stays() -> None:
    assert in_chinese("产出/数量指标") == "产出/数量指标"
    assert in_chinese("산출지표") == "산출지표"
    assert level2("산출지표") is None
