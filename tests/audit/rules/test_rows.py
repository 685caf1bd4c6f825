"""What a coded rule is."""

from audit.rules.registry import built_in
from audit.rules.rows import Coded


def test_six_rules_are_code() -> None:
    assert [ask.rule.code for ask in built_in() if isinstance(ask, Coded)] == [f"R{n}" for n in range(93, 99)]
