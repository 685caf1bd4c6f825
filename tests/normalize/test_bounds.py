"""Which of two bounds have the unit that is said once."""

import pytest

from normalize.bounds import with_shared_unit
from normalize.measured import Measured
from normalize.sites import read_sites
from normalize.units import Cues


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("≥3且≤5个", "个"),
        ("≥3, ≤5万元", "万元"),
        ("大于60小于80%", "%"),
        ("≥3次且≤5个", "次"),
        ("≥3且≥5个", ""),
        ("≥3分或≤5个", "分"),
        ("≥3培训≤5个", ""),
        ("≥3且≤5", ""),
    ],
)
def test_the_first_bound_has_the_unit_of_the_second_if_nothing_parts_them(text: str, unit: str) -> None:
    one, other = (site for site in read_sites(text, Cues(), None) if isinstance(site, Measured))
    assert with_shared_unit(text, one, other).quantity.unit == unit
