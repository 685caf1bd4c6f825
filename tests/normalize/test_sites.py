"""Where a value holds numbers, times and 每…, and which of its digits belong to words."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.comparators import legible
from normalize.sites import Counted, Dated, Measured, Opaque, Site, Unread, ends_apart, read_sites
from normalize.units import NO_CUES, Cues


def _sites(text: str, cues: Cues = NO_CUES) -> tuple[Site, ...]:
    return read_sites(legible(text), cues, 2024)


def _measured(text: str) -> Measured:
    (site,) = _sites(text)
    assert isinstance(site, Measured)
    assert (site.start, site.end) == (0, len(text))
    return site


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("2期，每期培训人数≥30人", "Measured Counted Measured"), ("每季度", "Counted"), ("按月发放，每人每月530元", "Counted Counted Counted Measured"), ("1次/年", "Measured"), ("每年1次", "Counted Measured"), ("一年一次", "Counted Measured"),
        ("2年1次", "Counted Measured"), ("2024年12月31日前", "Dated"), ("12月底前", "Dated"), ("2021-2023年", "Dated"), ("2024年机关运维", "Opaque"), ("2000人", "Measured"), ("7×24小时", "Opaque"), ("GB/T 33190-2016", "Opaque"),
        ("《2020年报告》1份", "Opaque Measured"), ("〔2016〕5号", "Opaque"), ("联系电话13812345678", "Opaque"), ("PM2.5", "Opaque"), ("Ⅲ类", "Opaque"), ("8:30", "Unread"), ("1.2.3", "Unread"), ("1" * 41, "Unread"),
        ("1小时响应，4小时到场", "Measured Measured"), ("图书5000册、期刊200种", "Measured Measured"), ("60%≤X≤80%", "Measured Measured"), ("没有数字", ""), ("", ""), ("按年度计划", ""), ("三甲医院2家", "Opaque Measured"),
    ],
)  # fmt: skip
def test_what_stands_in_a_value_in_order(text: str, kinds: str) -> None:
    assert [type(site).__name__ for site in _sites(text)] == kinds.split()


@pytest.mark.parametrize("text", ["一体化平台", "进一步提升", "一次性补贴", "十四五规划", "三公经费", "两不愁三保障", "四好农村路", "一网通办", "百强企业", "千亿级产业", "统一管理", "一般", "一定", "第一批", "一级", "万无一失", "一带一路", "数十次", "若干", "多次"])  # fmt: skip
def test_numerals_within_a_word_are_no_number(text: str) -> None:
    assert not any(isinstance(site, Measured) for site in _sites(text))


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


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("每季度", "季度"),
        ("按月", "月"),
        ("逐月", "月"),
        ("每两年", "两年"),
        ("每亩", "亩"),
        ("每期", "期"),
        ("分季度", "季度"),
        ("每个工作日", "工作日"),
    ],
)
def test_what_a_number_is_counted_by(text: str, per: str) -> None:
    (site,) = _sites(text)
    assert isinstance(site, Counted)
    assert site.per == per


def test_a_noun_behind_a_bare_number_is_its_unit_and_a_known_word_is_not() -> None:
    (site,) = _sites("50论文")
    assert isinstance(site, Measured)
    assert site.quantity.unit == "论文"
    (site,) = _sites("5合格")
    assert isinstance(site, Measured)
    assert site.quantity.unit == ""


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("截至2024年6月", "2024-06-01", "2024-06-30"),
        ("≤2024年6月", "2024-06-01", "2024-06-30"),
        ("2024年3月-2025年2月", "2024-03-01", "2025-02-28"),
    ],
)
def test_a_time_states_a_deadline(text: str, first: str, last: str) -> None:
    (site,) = _sites(text)
    assert isinstance(site, Dated)
    assert (site.moment.first, site.moment.last, site.end) == (first, last, len(text))


@pytest.mark.parametrize("text", ["12月底前10人", "2024年底前5名", "年底前3", "2024年前3名", "6月30日前3位"])
def test_the_end_of_a_time_is_no_rank(text: str) -> None:
    first, second = _sites(text)
    assert isinstance(first, Dated)
    assert isinstance(second, Measured)
    assert (second.rank, second.start) == (False, first.end)


@pytest.mark.parametrize("text", ["≥13000000000元", "15800000000元"])
def test_a_great_number_with_a_unit_is_no_telephone_number(text: str) -> None:
    assert _measured(text).quantity.unit == "元"


PIECES = "≥ 3 90% 2024年 2024年12月31日 每 年 次 - ± 《 》 一体化 名 (含) 以上 GB/T 1 , 8:30 万 半 / 人 季度 合格"


@given(st.lists(st.sampled_from(PIECES.split()), max_size=10).map("".join))
def test_sites_stand_in_order_and_every_digit_belongs_to_one(text: str) -> None:
    sites = read_sites(text, NO_CUES, 2024)
    places = [(site.start, site.end) for site in sites]
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert all(one[1] <= other[0] for one, other in pairwise(places))
    covered = {at for start, end in places for at in range(start, end)}
    assert [text[at] for at in range(len(text)) if text[at].isdigit() and at not in covered] == []
    assert all(isinstance(site, Measured | Dated | Counted | Opaque | Unread) for site in sites)


PARTS = [
    "12月底前",
    "2024年",
    "第",
    "前",
    "10",
    "三",
    "人",
    "名",
    "元",
    "¥",
    "$",
    "人民币",
    "RMB",
    "±",
    "-",
    "至",
    "≥",
    "约",
    "以上",
    "(含)",
    "(不含)",
    "%",
    "每",
    "年",
    "月",
    ",",
    "全国",
    "排名",
    "3:1",
    "(",
    ")",
]


@given(st.lists(st.sampled_from(PARTS), max_size=8).map("".join))
def test_sites_stand_one_behind_the_other(text: str) -> None:
    sites = _sites(text)
    ends = [0, *(site.end for site in sites)]
    assert all(end <= site.start < site.end for end, site in zip(ends, sites, strict=False))


@pytest.mark.parametrize(
    ("text", "signs"),
    [("30天-2个月", (">=", "<=")), ("30（不含）天-2个月", (">", "<=")), ("3本-5册", (">=", "<=")), ("5000元-1万元", ()), ("6个月-1年", ()), ("3-5万元", ())],
)  # fmt: skip
def test_ends_that_do_not_convert_stand_apart(text: str, signs: tuple[str, ...]) -> None:
    assert tuple(sign for end in ends_apart(_measured(text)) for sign in end.lead.signs) == signs
