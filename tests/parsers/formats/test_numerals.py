"""Numbers in the formats of automatic numbering."""

import pytest

from parsers.formats.numerals import counted, labelled, numeral


@pytest.mark.parametrize(
    ("number", "style", "expected"),
    [
        (1, "decimal", "1"), (10, "chineseCounting", "十"), (11, "chineseCounting", "十一"), (21, "taiwaneseCounting", "二十一"),
        (101, "chineseCountingThousand", "一百零一"), (1001, "chineseCountingThousand", "一千零一"), (1010, "japaneseCounting", "一千零一十"),
        (10, "ideographDigital", "一〇"), (12, "chineseLegalSimplified", "壹拾贰"), (20, "decimalEnclosedCircle", "⑳"),
        (21, "decimalEnclosedCircle", "21"), (28, "lowerLetter", "bb"), (2, "upperLetter", "B"), (4, "lowerRoman", "iv"),
        (1994, "upperRoman", "MCMXCIV"), (11, "ideographTraditional", "甲"), (12, "ideographZodiac", "亥"), (9, "decimalZero", "09"),
        (12, "decimalFullWidth", "１２"), (3, "none", ""), (5, "unknown", "5"), (0, "chineseCounting", "0"), (0, "upperLetter", "0"),
        (10**9, "upperRoman", "1000000000"), (-1, "decimal", "-1"),
    ],
)  # fmt: skip
def test_a_number_shows_in_its_format(number: int, style: str, expected: str) -> None:
    assert numeral(number, style) == expected


def test_counting_goes_as_far_as_lists_do() -> None:
    assert [counted(number) for number in (110, 9999, 10000)] == ["一百一十", "九千九百九十九", "10000"]


def test_a_number_and_its_text_stay_two() -> None:
    assert labelled("（一）", "5天") == "（一） 5天"
    assert labelled("附件", "目标表") == "附件目标表"
    assert labelled("1.1", "") == "1.1"
