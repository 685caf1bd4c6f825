"""Exempting, taking up, withdrawing."""

import pytest

from audit.side.review import Wanted
from ingest.exits import CommandError, Exit
from tests.audit.checked import FAULTS, Imported, checked


def test_decisions_are_kept_with_who_when_and_why(imported: Imported) -> None:
    with checked(imported(road=FAULTS)) as (review, _):
        one, other = review.findings()
        review.exempt(one.key, reason="小学生评价", name="张三")
        review.accept(other.key, reason="已发函询问", name="李四")
        last, first = review.decisions()
        assert (first.kind, first.rule, first.subject, first.stated_value) == (
            "exempted",
            "R70",
            "修路 › 群众满意度",
            "≥70%",
        )
        assert (last.kind, last.reason, last.name) == ("accepted", "已发函询问", "李四")
        assert [found.accepted for found in review.findings()] == [None, "已发函询问"]


def test_the_last_decision_holds_and_the_earlier_one_stays_on_record(imported: Imported) -> None:
    with checked(imported(road=FAULTS)) as (review, _):
        one = next(review.findings())
        review.exempt(one.key, reason="甲", name="张三")
        review.exempt(one.key, reason="乙", name="李四")
        assert [kept.reason for kept in review.decisions()] == ["乙"]
        assert [kept.withdrawn_by for kept in review.decisions(withdrawn=True)] == [None, "李四"]
        assert review.withdraw(one.key, name="王五") == 1
        assert review.withdraw(one.key, name="王五") == 0
        assert review.decisions() == []
        assert next(review.findings()).exempted is None


def test_a_table_is_exempted_from_a_rule_whatever_it_says(imported: Imported) -> None:
    with checked(imported(road=FAULTS)) as (review, _):
        one = next(review.findings())
        review.exempt_rule("R70", one.table_key, reason="试点", name="张三")
    with checked(imported(road=FAULTS | {"群众满意度 | ≥90%": "群众满意度 | ≥60%"})) as (review, _):
        assert review.count(Wanted(rule="R70", state="exempted")) == 1
        (kept,) = review.decisions()
        assert review.withdraw(str(kept.decision_id), name="张三") == 1


def test_one_indicator_is_exempted_from_a_rule(imported: Imported) -> None:
    with checked(imported(road=FAULTS)) as (review, _):
        one = next(review.findings())
        review.exempt_rule("R70", one.table_key, indicator_key="another", reason="试点", name="张三")
        assert review.count(Wanted(rule="R70", state="exempted")) == 0
        review.exempt_rule("R70", one.table_key, indicator_key=one.indicator_key, reason="试点", name="张三")
        assert review.count(Wanted(rule="R70", state="exempted")) == 1


def test_a_finding_that_is_not_there_and_a_reason_that_says_nothing(imported: Imported) -> None:
    with checked(imported(road=FAULTS)) as (review, _):
        with pytest.raises(CommandError) as caught:
            review.exempt("0123", reason="甲", name="张三")
        assert caught.value.code is Exit.NOTHING_FOUND
        with pytest.raises(CommandError, match="a reason and a name"):
            review.exempt(next(review.findings()).key, reason=" ", name="张三")
