"""R94: amounts of a sentence are added, those of several with less weight, wholes and their parts once."""

from audit.rules.goal_amounts import RULE
from tests.audit.checked import Imported, checked

GOAL = "完成农村公路修建12公里，验收合格。"


def test_an_amount_that_two_sentences_tell_may_be_one(imported: Imported) -> None:
    with checked(imported(road={GOAL: "路面项目30万元。桥梁项目30万元。"}), RULE.rule.code) as (review, _):
        assert review.count() == 0


def test_the_sum_is_evidence(imported: Imported) -> None:
    with checked(imported(road={GOAL: "含路面项目30万元、桥梁项目300000元。"}), RULE.rule.code) as (review, _):
        (one,) = review.findings()
        assert one.evidence == {"amounts": "30万元、300000元", "sum_of_amounts": "60万元", "budget": "50万元"}
        assert (one.row, one.column) == (8, 2)


def test_amounts_of_several_sentences_weigh_less(imported: Imported) -> None:
    with checked(imported(road={GOAL: "路面项目30万元。桥梁项目25万元。"}), RULE.rule.code) as (review, _):
        (one,) = review.findings()
        assert (one.severity, one.evidence["sum_of_amounts"]) == ("medium", "55万元")
