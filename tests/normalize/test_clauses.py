"""Clauses that state something of their own beside a number."""

import pytest

from normalize.clauses import before, behind, stated


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("无重大安全事故", "zero-in-words"), ("零投诉", "zero-in-words"), ("不低于上年", "relation"),
        ("优于全国平均", "relation"), ("持续提升", "statement:trend"), ("验收合格", "statement:boolean"), ("培训人数", None),
    ],
)  # fmt: skip
def test_what_a_clause_states(text: str, rule: str | None) -> None:
    said = stated(text, text)
    assert (said and said.rule) == rule


@pytest.mark.parametrize(
    ("text", "rest", "rules", "either"),
    [
        ("≥95%,持续提升", ",持续提升", ["statement:trend"], False),
        ("≥95%且持续提升", "", ["statement:trend"], False),
        ("≥95%,且持续提升", "", ["statement:trend"], False),
        ("≥95%或不低于上年;无事故", "", ["relation", "zero-in-words"], True),
        ("≥95%且培训人数", "且培训人数", [], False),
        ("≥95%(且持续提升)", "(且持续提升)", [], False),
        ("≥95%", "", [], False),
    ],
)
def test_what_stands_behind_a_number(text: str, rest: str, rules: list[str], *, either: bool) -> None:
    own = behind(text, text, 4)
    assert (own.rest, [item.rule for item in own.targets], own.either) == (rest, rules, either)


@pytest.mark.parametrize(
    ("text", "rest", "rules", "either"),
    [
        ("无事故,", "", ["zero-in-words"], False),
        ("不低于上年且", "", ["relation"], False),
        ("持续提升,或", "或", ["statement:trend"], False),
        ("不低于上年或者", "", ["relation"], True),
        ("优秀,", "优秀,", [], False),
        ("培训且", "培训且", [], False),
        ("无事故,合格率", "合格率", ["zero-in-words"], False),
    ],
)
def test_what_stands_before_a_number(text: str, rest: str, rules: list[str], *, either: bool) -> None:
    own = before(text, text)
    assert (own.rest, [item.rule for item in own.targets], own.either) == (rest, rules, either)
