"""Comparisons as rows: every code has its words."""

from typing import get_args

from audit.comparing import actuals, years
from audit.comparing.pairs import INDICATOR_RULES, PROJECT_RULES
from audit.comparing.words import MATCHED, SCORED, STATUSES, WHY
from normalize.achievement import Achievement


def test_every_status_and_rule_has_words() -> None:
    assert {*get_args(years.Status), *get_args(actuals.Status)} == set(STATUSES)
    assert {name for name, _ in (*PROJECT_RULES, *INDICATOR_RULES)} | {"similar name"} == set(MATCHED)
    assert set(get_args(actuals.Scored)) == set(SCORED)
    reasons = {"kind", "unit", "vague", "text", "direction"}
    assert all(reason in str(Achievement.__annotations__["reason"]) for reason in reasons)
    assert set(WHY) == {*reasons, "number of values"}
