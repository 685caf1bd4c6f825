"""Quoted fields."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.formats.lines import Line, numbered
from parsers.formats.quotes import fields, rejoined


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ('"甲"\t乙', ["甲", "乙"]),
        ('""\t', ["", ""]),
        ('"说""好"""', ['说"好"']),
        ('"十四五"规划', ['"十四五"规划']),
        ('"甲', ['"甲']),
        ("", [""]),
    ],
)
def test_only_quotes_around_a_whole_field_are_marks(line: str, found: list[str]) -> None:
    assert fields(line) == found


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ('甲\t"乙\n丙"', 1),
        ('甲\t"乙\n\n丙"\t"丁\n戊"', 1),
        ('"甲\n乙"\t丙', 1),
        ('"甲\n乙"', 2),
        ('甲\t"乙\n丙\t丁"', 2),
        ('甲\t"乙\n丙"丁\n戊"', 3),
        ('甲\t"乙\n丙', 2),
    ],
)
def test_a_field_goes_on_only_where_it_is_closed(text: str, count: int) -> None:
    assert len(list(rejoined(tuple(numbered(text))))) == count


@given(st.lists(st.text(alphabet='甲"\t ', max_size=6)))
def test_no_character_is_lost(texts: list[str]) -> None:
    lines = tuple(Line(number, text) for number, text in enumerate(texts, start=1))
    assert "".join(line.text for line in rejoined(lines)).replace("\v", "") == "".join(texts)
