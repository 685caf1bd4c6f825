"""Diagnostics as values."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from schema.catalogue import Code
from schema.diagnostic import Diagnostic, Severity
from schema.span import Span

ODD = Diagnostic(code=Code.UNUSED_CELL, args={"text": "见附件"}, span=Span(place="table 1", row=3, column=2))


def test_a_message_in_each_language() -> None:
    assert ODD.message("zh") == "单元格“见附件”未被识别，请对照原文"
    assert ODD.message("en") == "cell '见附件' was not understood; check it against the source"


def test_a_missing_word_shows_and_breaks_nothing() -> None:
    assert Diagnostic(code=Code.UNUSED_CELL).message("en") == "cell '…' was not understood; check it against the source"


@given(st.text())
def test_any_word_is_said_as_it_is(word: str) -> None:
    assert word in Diagnostic(code=Code.UNUSED_CELL, args={"text": word}).message("zh")


@pytest.mark.parametrize("code", Code, ids=str)
def test_every_code_has_a_severity(code: Code) -> None:
    assert Diagnostic(code=code).severity in Severity


def test_it_comes_back_from_json() -> None:
    assert Diagnostic.model_validate_json(ODD.model_dump_json()) == ODD


def test_an_unknown_code_is_refused() -> None:
    with pytest.raises(ValidationError):
        Diagnostic.model_validate({"code": "no-such-code"})


def test_a_field_has_a_chinese_name_in_a_chinese_sentence() -> None:
    odd = Diagnostic(code=Code.REPAIRED_SHIFT, args={"text": "40件", "field": "value"})
    assert odd.message("zh") == "“40件”错列，按指标体系归入“指标值”"
    assert odd.message("en").endswith("puts it under value")
