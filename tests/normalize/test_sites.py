"""Where a value holds numbers, times and 每…, and which of its digits belong to words."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.comparators import legible
from normalize.each import Counted
from normalize.measured import Measured, Opaque
from normalize.sites import Dated, Site, Unread, read_sites
from normalize.units import NO_CUES, Cues


def _sites(text: str, cues: Cues = NO_CUES) -> tuple[Site, ...]:
    return read_sites(legible(text), cues, 2024)


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
