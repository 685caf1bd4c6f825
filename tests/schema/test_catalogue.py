"""The catalogue of diagnostics."""

import re
from string import Formatter

import pytest

from schema.catalogue import Code, catalogue
from schema.diagnostic import Severity

EACH = pytest.mark.parametrize("code", Code, ids=str)


def test_every_code_has_its_entry_and_every_entry_its_code() -> None:
    assert list(catalogue()) == [code.value for code in Code]


def words(sentence: str) -> set[str]:
    """The words a sentence leaves open."""
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


@EACH
def test_a_code_is_a_name_of_lower_case_words(code: Code) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", code.value)
    assert code.name == code.value.upper().replace("-", "_")
    assert {each.value: each for each in Code}[code.value] is code


@EACH
def test_both_languages_say_the_same(code: Code) -> None:
    # A sentence that was made elsewhere comes in as a word of its own language.
    assert words(code.zh) - {"zh"} == words(code.en) - {"en"}
    zh, en = (re.sub(r"\{\w+\}", "", sentence) for sentence in (code.zh, code.en))
    assert re.search("[一-龥]", zh)
    assert re.search("[a-z]{3}", en)


@EACH
def test_its_severity_is_one_of_the_list(code: Code) -> None:
    assert code.severity in set(Severity)


def test_no_two_codes_say_the_same() -> None:
    assert len({code.zh for code in Code}) == len({code.en for code in Code}) == len(Code)
