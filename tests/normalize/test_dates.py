"""Times: what is named becomes a first and a last day; an impossible day is no time and no error."""

from calendar import isleap
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize import parse_value
from normalize.dates import Moment, read_moment
from schema.target import Deadline

YEAR = 2023  # no leap year


def _read(text: str, year: int | None = YEAR) -> Moment:
    moment = read_moment(text, 0, year)
    assert moment is not None
    assert moment.end == len(text), text[moment.end :]
    return moment


@pytest.mark.parametrize(
    ("text", "first", "last", "granularity"),
    [
        ("2024年12月31日", "2024-12-31", "2024-12-31", "day"), ("2024.12.31", "2024-12-31", "2024-12-31", "day"), ("2024-12-31", "2024-12-31", "2024-12-31", "day"),
        ("2024/6/5", "2024-06-05", "2024-06-05", "day"), ("20241231", "2024-12-31", "2024-12-31", "day"), ("2024年2月29日", "2024-02-29", "2024-02-29", "day"),
        ("2000年2月29日", "2000-02-29", "2000-02-29", "day"), ("2024年2月", "2024-02-01", "2024-02-29", "month"), ("2023年2月", "2023-02-01", "2023-02-28", "month"),
        ("1900年2月底", "1900-02-01", "1900-02-28", "month"), ("2021年7月", "2021-07-01", "2021-07-31", "month"), ("2022年6月底前", "2022-06-01", "2022-06-30", "month"),
        ("2024年9月末", "2024-09-01", "2024-09-30", "month"), ("2024年3月上旬", "2024-03-01", "2024-03-10", "month"), ("2024年3月中旬", "2024-03-11", "2024-03-20", "month"), ("2024年2月下旬", "2024-02-21", "2024-02-29", "month"),
        ("2021年", "2021-01-01", "2021-12-31", "year"), ("2021年度", "2021-01-01", "2021-12-31", "year"), ("二〇二四年", "2024-01-01", "2024-12-31", "year"),
        ("2024年第一季度", "2024-01-01", "2024-03-31", "quarter"), ("2024年二季度", "2024-04-01", "2024-06-30", "quarter"), ("2024年四季度末", "2024-10-01", "2024-12-31", "quarter"),
        ("2024年Q3", "2024-07-01", "2024-09-30", "quarter"), ("2024年上半年", "2024-01-01", "2024-06-30", "month"), ("2024年下半年", "2024-07-01", "2024-12-31", "month"),
        ("2024年底", "2024-01-01", "2024-12-31", "year"), ("2024年年底前", "2024-01-01", "2024-12-31", "year"),
    ],
)  # fmt: skip
def test_a_time_with_its_year_needs_no_fiscal_year(text: str, first: str, last: str, granularity: str) -> None:
    moment = _read(text, None)
    assert (moment.first, moment.last, moment.granularity, moment.inferred) == (first, last, granularity, False)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2023.07-2024.01", "2023-07-01", "2024-01-31"), ("2021-2023年", "2021-01-01", "2023-12-31"), ("2019年--2021年", "2019-01-01", "2021-12-31"),
        ("2024年1月至2024年2月", "2024-01-01", "2024-02-29"), ("2024年1月-12月", "2024-01-01", "2024-12-31"), ("2023年3月1日至2024年2月28日", "2023-03-01", "2024-02-28"),
    ],
)  # fmt: skip
def test_two_times_joined_are_one_stretch(text: str, first: str, last: str) -> None:
    moment = _read(text, None)
    assert (moment.first, moment.last, moment.bound) == (first, last, None)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("11月-3月", "2023-11-01", "2024-03-31"),
        ("2023年11月至3月", "2023-11-01", "2024-03-31"),
        ("2023年12月-1月", "2023-12-01", "2024-01-31"),
        ("11月15日至3月15日", "2023-11-15", "2024-03-15"),
        ("11-3月", "2023-11-01", "2024-03-31"),
        ("2023年11-3月", "2023-11-01", "2024-03-31"),
        ("次年11月至3月", "2024-11-01", "2025-03-31"),
        ("9月至次年6月", "2023-09-01", "2024-06-30"),
        ("下半年至上半年", "2023-07-01", "2024-06-30"),
        ("2023年12月31日至1月", "2023-12-31", "2024-01-31"),
    ],
)
def test_a_stretch_over_the_turn_of_the_year_ends_in_the_next(text: str, first: str, last: str) -> None:
    moment = _read(text)
    assert (moment.first, moment.last) == (first, last)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [("2024年1-6月", "2024-01-01", "2024-06-30"), ("2022年7-9月", "2022-07-01", "2022-09-30")],
)
def test_months_joined_behind_a_year_are_of_that_year(text: str, first: str, last: str) -> None:
    moment = _read(text)
    assert (moment.first, moment.last) == (first, last)


@pytest.mark.parametrize(
    "text", ["2024-2021年", "2024年至2021年", "2024年3月至2023年1月", "2024.12.31-2024.01.01", "次年3月至今年1月"]
)
def test_a_stretch_that_ends_before_it_begins_is_no_time(text: str) -> None:
    assert read_moment(text, 0, YEAR) is None


TIMES = [
    "2024年",
    "2023年",
    "次年",
    "今年",
    "11月",
    "3月",
    "2-1月",
    "15日",
    "2月30日",
    "2024.12.31",
    "2023.07",
    "四季度",
    "上半年",
    "下半年",
    "年底",
    "全年",
    "12月",
    "底",
    "前",
    "后",
    "-",
    "至",
    "2024-2021年",
    "每月",
    "9999年",
]


@given(st.lists(st.sampled_from(TIMES), max_size=7).map("".join), st.sampled_from([None, 1, YEAR, 9999]))
def test_no_time_ends_before_it_begins(text: str, year: int | None) -> None:
    for target in parse_value(text, fiscal_year=year).targets:
        if isinstance(target, Deadline) and target.not_before and target.not_after:
            assert target.not_before <= target.not_after


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("12月底前", "2023-12-31"), ("2月底", "2023-02-28"), ("二月底前", "2023-02-28"), ("11月30日前", "2023-11-30"), ("十一月三十日前", "2023-11-30"), ("年底前", "2023-12-31"), ("年末", "2023-12-31"),
        ("当年", "2023-12-31"), ("年度内", "2023-12-31"), ("三季度末", "2023-09-30"), ("第三季度前", "2023-09-30"), ("上半年", "2023-06-30"), ("下半年", "2023-12-31"),
        ("次年1月底前", "2024-01-31"), ("次年2月底前", "2024-02-29"), ("明年", "2024-12-31"), ("全年", "2023-12-31"), ("6月15日之前", "2023-06-15"),
    ],
)  # fmt: skip
def test_the_fiscal_year_completes_a_time_without_one(text: str, last: str) -> None:
    moment = _read(text)
    assert (moment.last, moment.inferred) == (last, True)
    undated = _read(text, None)
    assert (undated.first, undated.last) == (None, None)


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("2024年12月31日前", "before"), ("2024年12月31日之前", "before"), ("6月底", "before"), ("年底前", "before"), ("上半年", "before"), ("2024年6月1日起", "after"),
        ("2024年6月以后", "after"), ("2024年7月", None), ("2021年", None), ("全年", None),
    ],
)  # fmt: skip
def test_words_name_a_side(text: str, bound: str | None) -> None:
    assert _read(text).bound == bound


@pytest.mark.parametrize(
    ("text", "vague"), [("第三季度前", True), ("三季度末", False), ("9月底前", False), ("2024年一季度前", True)]
)
def test_before_a_quarter_can_mean_two_days(text: str, vague: bool) -> None:
    assert _read(text).vague is vague


@pytest.mark.parametrize(
    ("text", "recurrence"),
    [("每月25日前", "月"), ("每季度末", "季度"), ("每年12月31日前", "年"), ("次月10日前", "月"), ("每月底", "月")],
)
def test_what_comes_again_has_no_day_of_its_own(text: str, recurrence: str) -> None:
    moment = _read(text)
    assert (moment.recurrence, moment.first, moment.last) == (recurrence, None, None)


@pytest.mark.parametrize(
    "text", ["2023年2月30日", "2023年2月29日", "2024年4月31日前", "1900.02.29", "20230230", "2月30日", "6月31日前"]
)
def test_an_impossible_day_is_no_time(text: str) -> None:
    assert read_moment(text, 0, YEAR) is None


@pytest.mark.parametrize("text", ["", "人", "100人", "2000人", "13月", "0月", "季度", "≥5", "3年", "满意度"])
def test_what_is_no_time(text: str) -> None:
    assert read_moment(text, 0, YEAR) is None


@given(
    st.dates(date(1900, 1, 1), date(2099, 12, 31)),
    st.sampled_from(["%Y年%m月%d日", "%Y.%m.%d", "%Y-%m-%d", "%Y/%m/%d", "%Y%m%d"]),
)
def test_every_day_is_read_in_every_spelling(day: date, spelling: str) -> None:
    moment = _read(day.strftime(spelling), None)
    assert (moment.first, moment.last, moment.granularity) == (day.isoformat(), day.isoformat(), "day")


@given(st.integers(1900, 2099))
def test_february_ends_by_the_calendar(year: int) -> None:
    assert _read(f"{year}年2月底", None).last == f"{year}-02-{29 if isleap(year) else 28}"


@given(
    st.text("0123456789年月日号季度半上下底末前后至-~.每次一二三十〇Qq 内", max_size=24),
    st.sampled_from([None, 2024, 2023, 0, -1, 9999, 10**9]),
)
def test_no_text_raises_and_no_day_is_impossible(text: str, year: int | None) -> None:
    moment = read_moment(text, 0, year)
    if moment is not None:
        assert 0 == moment.start < moment.end <= len(text)
        for day in (moment.first, moment.last):
            assert day is None or date.fromisoformat(day).isoformat() == day


def test_the_new_year_after_the_last_year_there_is_names_no_day() -> None:
    assert parse_value("元旦前", fiscal_year=9999).targets[0].kind != "deadline"
    (due,) = parse_value("元旦前", fiscal_year=2024).targets
    assert isinstance(due, Deadline)
    assert due.not_after == "2024-12-31"
