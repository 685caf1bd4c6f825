"""R98: projects of other offices and years are not added."""

from pathlib import Path

from audit.rules.office_sums import RULE
from tests.audit.checked import Imported, checked
from tests.audit.rules.changed_forms import CASES, cases

(WHOLE, *_) = [case for case in cases(CASES / "R98.toml") if case.finds == ("sum",)]


def test_other_years_and_offices_are_left_out(imported: Imported, tmp_path: Path) -> None:
    del tmp_path
    other = {"项目名称 | 修路": "项目名称 | 植树", "公路处": "林业处"}
    earlier = {"项目名称 | 修路": "项目名称 | 修桥", "2024": "2023"}
    whole = WHOLE.documents["1.txt"]
    with checked(imported(whole=whole, road={}, other=other, earlier=earlier), RULE.rule.code) as (review, _):
        assert review.count() == 0
