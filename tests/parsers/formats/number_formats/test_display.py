"""What Excel shows, example by example."""

import tomllib
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.formats.number_formats import number_format

EXAMPLES = tomllib.loads((Path(__file__).with_name("examples.toml")).read_text(encoding="utf-8"))
EACH = [(code, value, shown) for code, values in EXAMPLES.items() for value, shown in values.items()]
CODES = st.text(alphabet='0#?.,%/@;E+-ymdhsaAPM/"\\!_*[]>=<$¥年月人 GeneralDBNum12', max_size=20)
NUMBERS = st.one_of(st.decimals(allow_nan=False, allow_infinity=False), st.floats(-1e6, 1e6).map(repr).map(Decimal))


@pytest.mark.parametrize(("code", "value", "shown"), EACH)
def test_a_number_shows(code: str, value: str, shown: str) -> None:
    assert number_format(code).number(Decimal(value)).strip() == shown


@pytest.mark.parametrize(
    ("code", "shown"),
    [("@", "甲"), ("General", "甲"), ('"共"@"个"', "共甲个"), ('0;0;0;"-"@', "-甲"), ("0;0;0;", ""), ("0.00", "甲")],
)
def test_a_text_shows(code: str, shown: str) -> None:
    assert number_format(code).text("甲") == shown


def test_days_since_1904() -> None:
    assert number_format("yyyy/m/d").number(Decimal(44195), since_1904=True) == "2024/12/31"


@pytest.mark.parametrize("number", ["1E+5000", "-1E+5000", "1E-5000", "1E+308", "-0E+5"])
@pytest.mark.parametrize("code", ["General", "0", "0.00", "yyyy/m/d", "0E+00", "# ?/?", "#,##0", "[h]", "0%"])
def test_numbers_no_workbook_holds_show_something(code: str, number: str) -> None:
    assert number_format(code).number(Decimal(number))


@given(code=CODES, number=NUMBERS)
def test_any_code_shows_any_number(code: str, number: Decimal) -> None:
    assert isinstance(number_format(code).number(number), str)
    assert isinstance(number_format(code).text("甲"), str)
