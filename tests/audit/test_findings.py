"""The words of checking."""

import pytest
from pydantic import ValidationError

from audit.findings import Finding, Rule, label
from audit.rules.registry import rules


def test_titles_and_reasons_in_both_languages() -> None:
    for rule in rules():
        assert (rule.title("zh"), rule.title("en")) == (rule.title_zh, rule.title_en)
        assert (rule.reason("zh"), rule.reason("en")) == (rule.reason_zh, rule.reason_en)


def test_evidence_has_names_for_people() -> None:
    found = Finding(
        key="k", rule="R20", severity="high", table_key="t", source="a.txt", message_zh="请核实", message_en="Please",
        evidence={"budget": "50万元", "own": "x"},
    )  # fmt: skip
    assert found.told("zh") == {"预算": "50万元", "own": "x"}
    assert found.message("en") == "Please"
    assert label("cost", "en") == "cost"


def test_a_rule_needs_a_code_of_a_kind() -> None:
    with pytest.raises(ValidationError):
        Rule.model_validate(rules()[0].model_dump() | {"code": "r 1"})
