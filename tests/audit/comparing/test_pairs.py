"""Pairs: by rules, in their order, and never one of several."""

from hypothesis import given
from hypothesis import strategies as st

from audit.comparing.pairs import Pair, Rule, likeness, paired

RULES: tuple[Rule[str], ...] = (("first", lambda text: text[:1] or None), ("last", lambda text: text[-1:] or None))


def test_one_rule_after_the_other() -> None:
    assert list(paired(["ab", "cd"], ["ax", "yd"], RULES)) == [Pair("ab", "ax", "first"), Pair("cd", "yd", "last")]


def test_what_fits_several_stays_apart() -> None:
    assert list(paired(["ab"], ["ac", "ad"], RULES)) == [
        Pair("ab", None, "first", ("ac", "ad")),
        Pair(None, "ac", "first", ("ab",)),
        Pair(None, "ad", "first", ("ab",)),
    ]


@given(st.lists(st.text("abc", max_size=3)), st.lists(st.text("abc", max_size=3)))
def test_everything_is_there_once(then: list[str], now: list[str]) -> None:
    found = list(paired(then, now, RULES, value=str))
    assert sorted(pair.then for pair in found if pair.then is not None) == sorted(then)
    assert sorted(pair.now for pair in found if pair.now is not None) == sorted(now)


@given(st.text(), st.text())
def test_likeness_is_a_share(one: str, other: str) -> None:
    assert 0 <= likeness(one, other) <= 1
