"""Patterns that are compiled when first asked."""

import re

import pytest

from normalize.patterns import deferred


def test_a_deferred_pattern_answers_as_the_compiled_one() -> None:
    late, early = deferred(r"(\d+)\s*x", re.IGNORECASE), re.compile(r"(\d+)\s*x", re.IGNORECASE)
    text = "12 X 3x4"
    assert late.findall(text) == early.findall(text)
    assert late.split(text) == early.split(text)
    assert [found.span() for found in late.finditer(text)] == [found.span() for found in early.finditer(text)]
    assert late.search(text, 1) is not None
    assert late.match(text, 2) is None


def test_a_broken_pattern_is_only_noticed_when_asked() -> None:
    broken = deferred("(")
    with pytest.raises(re.error):
        broken.match("")
