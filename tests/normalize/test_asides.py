"""Brackets that state no target."""

import pytest

from normalize.sites import read_sites
from normalize.units import Cues


@pytest.mark.parametrize(
    ("text", "year", "stated"),
    [
        ("≥95%(2022年完成93%)", 2025, 1),
        ("≥95%(2022年完成93%)", None, 3),
        ("≥95%(2025年完成98%)", 2025, 3),
        ("≥95%(2022年实际93%)", None, 1),
        ("100%(120/120)", None, 1),
        ("93.3%(14/15)", None, 1),
        ("93%(12/15)", None, 2),
        ("0%(0/0)", None, 2),
        ("80%(120户/150户)", None, 1),
        ("35万元(350000元)", None, 1),
        ("35万元(合350000元)", None, 1),
        ("35万元(其中20万元)", None, 2),
        ("35万元(35台)", None, 2),
        ("3-5场(5场)", None, 2),
        ("培训(100人)", None, 1),
    ],
)
def test_only_brackets_that_tell_of_before_or_say_again_are_passed_over(
    text: str, year: int | None, stated: int
) -> None:
    sites = [site for site in read_sites(text, Cues(), year) if type(site).__name__ != "Opaque"]
    assert len(sites) == stated
