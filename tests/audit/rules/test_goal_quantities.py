"""R93: a quantity of the goal is among the targets in whatever unit it is written."""

from audit.rules.goal_quantities import RULE
from tests.audit.checked import Imported, checked


def test_other_units_of_one_kind_are_the_same(imported: Imported) -> None:
    goal = {"完成农村公路修建12公里，验收合格。": "完成农村公路修建12000米，受益2000人，验收合格率达到95%。"}
    with checked(imported(road=goal), RULE.rule.code) as (review, _):
        assert review.count() == 0


def test_each_quantity_is_named_once(imported: Imported) -> None:
    goal = {"完成农村公路修建12公里，验收合格。": "新建桥梁60座，其中石桥60座，培训30人次。"}
    with checked(imported(road=goal), RULE.rule.code) as (review, _):
        assert [one.evidence["quantities"] for one in review.findings()] == ["60座、30人次"]
