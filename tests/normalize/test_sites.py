"""Where numbers, times and 每… stand in a value, and which digits belong to words."""

from itertools import pairwise

import pytest

from normalize.comparators import legible
from normalize.sites import read_sites
from normalize.units import NO_CUES, Cues
from tests.normalize.examples import examples


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("2期，每期培训人数≥30人", ["Measured", "Counted", "Measured"]),
        ("3-5天", ["Measured"]),
        ("2024年12月31日前", ["Dated"]),
        ("2024年机关运维", ["Opaque"]),
        ("《2020年报告》1份", ["Opaque", "Measured"]),
        ("8:30", ["Unread"]),
        ("一年一次", ["Counted", "Measured"]),
        ("统一标准", ["Opaque"]),
        ("第一名", ["Measured"]),
        ("有效提升", []),
    ],
)
def test_sites_are_found_in_order(text: str, kinds: list[str]) -> None:
    assert [type(site).__name__ for site in read_sites(legible(text), NO_CUES, 2024)] == kinds


def test_sites_do_not_overlap() -> None:
    for example in examples():
        sites = read_sites(legible(example.text), NO_CUES, 2024)
        for one, other in pairwise(sites):
            assert one.end <= other.start, example.text


def test_a_unit_column_says_that_a_long_number_is_no_telephone() -> None:
    (bare,) = read_sites("13812345678", NO_CUES, None)
    (counted,) = read_sites("13812345678", Cues(counted=True), None)
    assert (type(bare).__name__, type(counted).__name__) == ("Opaque", "Measured")
