"""The words of checking."""

import pytest
from pydantic import ValidationError

from audit.findings import SEVERITIES, STATES, Exemption, Finding, Rule, label, severity_name, state_name
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


def test_states() -> None:
    found = Finding(
        key="k", rule="R20", severity="high", table_key="t", source="a.txt", message_zh="请核实", message_en="Please"
    )
    exempted = Exemption(finding_key="k", reason="r", name="n", at="2024")
    outdated = exempted.model_copy(update={"holds": False})
    assert found.state == "open"
    assert found.model_copy(update={"accepted": "x"}).state == "accepted"
    assert found.model_copy(update={"exempted": exempted}).state == "exempted"
    assert found.model_copy(update={"exempted": outdated}).plain()["state"] == "outdated"


def test_every_severity_and_state_has_a_chinese_name_of_its_own() -> None:
    names = [severity_name(one, "zh") for one in SEVERITIES] + [state_name(one, "zh") for one in STATES]
    assert len(set(names)) == len(names)
    assert not any(name.isascii() for name in names)
