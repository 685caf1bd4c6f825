"""A number with its sign, unit, bracket and tail, and two that make a range."""

import pytest

from normalize.comparators import legible
from normalize.measured import Measured, ends_apart
from normalize.sites import Site, read_sites
from normalize.units import NO_CUES


def _sites(text: str) -> tuple[Site, ...]:
    return read_sites(legible(text), NO_CUES, 2024)


def _measured(text: str) -> Measured:
    (site,) = _sites(text)
    assert isinstance(site, Measured)
    assert (site.start, site.end) == (0, len(text))
    return site


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("三场", "3"),
        ("一批", "1"),
        ("十五人", "15"),
        ("一百二十", "120"),
        ("≥三", "3"),
        ("零", "0"),
        ("近百场", "100"),
        ("两个", "2"),
        ("三以上", "3"),
    ],
)
def test_numerals_before_a_unit_behind_a_sign_or_alone_are_one(text: str, number: str) -> None:
    assert _measured(text).quantity.number == number


@pytest.mark.parametrize(
    ("text", "lower", "upper", "open_ends"),
    [
        ("90%-95%", "90%", "95%", (False, False)), ("90-95%", "90", "95%", (False, False)), ("3～5", "3", "5", (False, False)), ("90%至95%", "90%", "95%", (False, False)), ("3—5万元", "3", "5万元", (False, False)),
        ("30天-2个月", "30天", "2月", (False, False)), ("5000元-1万元", "5000元", "1万元", (False, False)), ("80（含）-90分", "80", "90分", (False, True)), ("80（不含）-90分", "80", "90分", (True, False)),
        ("90（含）-100（不含）分", "90", "100分", (False, True)), ("80（不含）-90（含）%", "80", "90%", (True, False)), ("80（含）分-90（不含）分", "80分", "90分", (False, True)), ("5-8万元（不含税）", "5", "8万元", (False, False)),
    ],
)  # fmt: skip
def test_two_numbers_joined_are_a_range(text: str, lower: str, upper: str, open_ends: tuple[bool, bool]) -> None:
    site = _measured(text)
    assert site.upper is not None
    assert (site.quantity.number + site.quantity.unit, site.upper.number + site.upper.unit) == (lower, upper)
    assert (site.low_open, site.high_open) == open_ends


@pytest.mark.parametrize(
    ("text", "number", "spread"), [("±3%以内", "3", "3"), ("100%±2%", "100", "2"), ("18℃±2℃", "18", "2")]
)
def test_what_is_around_a_number(text: str, number: str, spread: str) -> None:
    site = _measured(text)
    assert site.spread is not None
    assert (site.quantity.number, site.spread.number, site.upper) == (number, spread, None)


@pytest.mark.parametrize(
    ("text", "number"), [("全国前三", "3"), ("排名前10位", "10"), ("第1名", "1"), ("位列第五", "5")]
)
def test_a_rank(text: str, number: str) -> None:
    site = _measured(text)
    assert (site.rank, site.quantity.number) == (True, number)


@pytest.mark.parametrize("text", ["前三季度", "前5批", "5名", "第三批"])
def test_what_looks_like_a_rank_and_is_none(text: str) -> None:
    assert not any(isinstance(site, Measured) and site.rank for site in _sites(text))


@pytest.mark.parametrize(
    ("text", "before", "behind"),
    [("≥22000件", (">=",), ()), ("100人以上", (), (">=",)), ("至少2次以上", (">=",), (">=",)), ("≥≥90%", (">=",), ()), ("控制在50万元以内", ("<=",), ("<=",)), ("90%以上（含90%）", (), (">=",)), ("≥-5%", (">=",), ()), ("90分（含）以上", (), (">=",))],
)  # fmt: skip
def test_signs_belong_to_their_number(text: str, before: tuple[str, ...], behind: tuple[str, ...]) -> None:
    site = _measured(text)
    assert (site.lead.signs, site.tail.signs[:1]) == (before, behind)


def test_a_noun_behind_a_bare_number_is_its_unit_and_a_known_word_is_not() -> None:
    (site,) = _sites("50论文")
    assert isinstance(site, Measured)
    assert site.quantity.unit == "论文"
    (site,) = _sites("5合格")
    assert isinstance(site, Measured)
    assert site.quantity.unit == ""


@pytest.mark.parametrize("text", ["≥13000000000元", "15800000000元"])
def test_a_great_number_with_a_unit_is_no_telephone_number(text: str) -> None:
    assert _measured(text).quantity.unit == "元"


@pytest.mark.parametrize(
    ("text", "signs"),
    [("30天-2个月", (">=", "<=")), ("30（不含）天-2个月", (">", "<=")), ("3本-5册", (">=", "<=")), ("5000元-1万元", ()), ("6个月-1年", ()), ("3-5万元", ())],
)  # fmt: skip
def test_ends_that_do_not_convert_stand_apart(text: str, signs: tuple[str, ...]) -> None:
    assert tuple(sign for end in ends_apart(_measured(text)) for sign in end.lead.signs) == signs
