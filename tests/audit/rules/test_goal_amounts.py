"""R94: amounts of one sentence are added, those of several are not."""

from audit.rules.goal_amounts import RULE
from tests.audit.checked import Imported, checked

GOAL = "完成农村公路修建12公里，验收合格。"


def test_sentences_are_added_up_by_themselves(imported: Imported) -> None:
    with checked(imported(road={GOAL: "路面项目30万元。桥梁项目30万元。"}), RULE.rule.code) as (review, _):
        assert review.count() == 0


def test_the_sum_is_evidence(imported: Imported) -> None:
    with checked(imported(road={GOAL: "含路面项目30万元、桥梁项目300000元。"}), RULE.rule.code) as (review, _):
        (one,) = review.findings()
        assert one.evidence == {"amounts": "30万元、300000元", "sum_of_amounts": "60万元", "budget": "50万元"}
        assert (one.row, one.column) == (8, 2)
