"""Serial numbers as days and times."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from parsers.formats.number_formats.codes import sections
from parsers.formats.number_formats.moments import moment, moment_shown


@given(st.integers(61, 2_958_465))
def test_days_are_those_of_the_calendar(serial: int) -> None:
    day = date(1899, 12, 30) + timedelta(days=serial)
    found = moment(Decimal(serial), since_1904=False, unit=Decimal(1))
    assert found is not None
    assert (found.year, found.month, found.day, found.weekday) == (day.year, day.month, day.day, day.weekday())


def test_a_time_that_rounds_up_to_midnight_is_of_the_next_day() -> None:
    section = sections("yyyy/m/d hh:mm:ss")[0]
    assert moment_shown(Decimal("45657.999999"), section, since_1904=False) == "2025/1/1 00:00:00"


def test_no_day_before_the_first_or_after_the_last() -> None:
    assert [moment(Decimal(n), since_1904=True, unit=Decimal(1)) for n in ("-1", "2957004", "1E+300")] == [None] * 3
