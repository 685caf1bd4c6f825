"""Units and years in labels over columns."""

import pytest

from parsers.layouts.words.label_marks import is_year, unit_in, year_in


@pytest.mark.parametrize(
    ("label", "unit", "year"),
    [
        ("指标值（万元）", "万元", None),
        ("2024年目标值(%)", "%", 2024),
        ("指标值（单位）", None, None),
        ("指标值（2024年）", None, 2024),
        ("2021—2023年", None, None),
        ("目标值（" + "公里" * 40 + "）", None, None),
    ],
)
def test_marks(label: str, unit: str | None, year: int | None) -> None:
    assert (unit_in(label), year_in(label)) == (unit, year)


def test_a_year_alone() -> None:
    assert [is_year(label) for label in ("2024年", "（2024年度）", "2024", "2024年目标")] == [True, True, False, False]
