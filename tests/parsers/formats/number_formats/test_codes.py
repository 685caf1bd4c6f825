"""The codes of number formats, taken apart."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from parsers.formats.number_formats.codes import LONGEST, Kind, sections


def test_brackets_carry_conditions_currencies_and_languages() -> None:
    (first, second) = sections("[Red][>=10000][$¥-804]0;[DBNum2]0")
    assert first.condition is not None
    assert [first.condition.holds(Decimal(n)) for n in (9999, 10000)] == [False, True]
    assert (first.locale, first.tokens[0].text, second.chinese) == ("804", "¥", 2)


def test_what_is_quoted_or_escaped_means_nothing() -> None:
    (section,) = sections('"0;"\\;!;_;*;')
    assert section.kinds() == {Kind.LITERAL}
    assert [token.text for token in section.tokens] == ["0;", ";", ";", " "]


def test_a_code_has_four_sections_at_most_and_an_end() -> None:
    assert len(sections(";" * 9)) == 4
    assert len(sections("0" * 1000)[0].tokens) == LONGEST


@given(st.text(alphabet='0#?.,;"\\!_*[]$-@ymdhs/', max_size=30))
def test_any_code_is_taken_apart(code: str) -> None:
    assert 1 <= len(sections(code)) <= 4
