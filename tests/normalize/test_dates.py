"""Times: what they say, what they leave to the fiscal year, and which are impossible."""

import pytest

from normalize import parse_value
from normalize.dates import read_moment
from schema.catalogue import Code
from schema.target import Deadline


@pytest.mark.parametrize("text", ["2024年2月30日", "2023年2月29日", "2024年4月31日前"])
def test_a_day_that_does_not_exist_is_unparsed(text: str) -> None:
    (target,) = parse_value(text).targets
    assert target.kind == "unparsed"


def test_a_leap_day_exists() -> None:
    (target,) = parse_value("2024年2月29日前").targets
    assert isinstance(target, Deadline)
    assert target.not_after == "2024-02-29"


@pytest.mark.parametrize("text", ["12月底前", "年底前", "三季度末", "上半年"])
def test_without_a_fiscal_year_no_year_is_made_up(text: str) -> None:
    reading = parse_value(text)
    (target,) = reading.targets
    assert isinstance(target, Deadline)
    assert (target.not_before, target.not_after, target.inferred) == (None, None, False)
    assert Code.YEAR_UNKNOWN in {odd.code for odd in reading.diagnostics}


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024年12月后", "2024-12-01", None),
        ("2024年3月起", "2024-03-01", None),
        ("2024年第一季度", "2024-01-01", "2024-03-31"),
        ("2024年上半年", "2024-01-01", "2024-06-30"),
        ("2024年6月中旬前", None, "2024-06-20"),
        ("2024年1-6月", "2024-01-01", "2024-06-30"),
        ("2024年1月1日至12月31日", "2024-01-01", "2024-12-31"),
    ],
)
def test_a_time_has_its_first_and_last_day(text: str, first: str | None, last: str | None) -> None:
    (target,) = parse_value(text).targets
    assert isinstance(target, Deadline)
    assert (target.not_before, target.not_after) == (first, last)


@pytest.mark.parametrize("year", [None, 0, -5, 10**6])
def test_an_impossible_fiscal_year_gives_no_days(year: int | None) -> None:
    moment = read_moment("年底前", 0, year)
    assert moment is not None
    assert moment.last is None
