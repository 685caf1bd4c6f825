"""What people know of the three published samples, counted and read by hand, must come out of them."""

from functools import cache
from pathlib import Path

import pytest

from ingest.reading import read_source
from schema.catalogue import Code
from schema.limits import Limits
from schema.source import SourceReading
from schema.table import Indicator, PerformanceTable
from schema.target import Blank, Comparison, Deadline, Statement, Unparsed

DOCUMENTS = Path(__file__).parent.parent / "samples" / "documents"
GUANGZHOU = "guangzhou-development-district-ip-projects.txt"
GUANGDONG = "guangdong-ip-transfers-by-city.txt"
TIANJIN = "tianjin-ip-office-projects.txt"
WAN = 10_000


@cache
def reading(name: str) -> SourceReading:
    return read_source(DOCUMENTS / name, name, Limits()).reading


def tables(name: str) -> tuple[PerformanceTable, ...]:
    return reading(name).tables


def stating(name: str, words: str) -> Indicator:
    """The one indicator whose value or name holds the words."""
    found = [
        indicator
        for table in tables(name)
        for indicator in table.indicators
        if words in (indicator.stated.value or "") or words in indicator.name
    ]
    assert len({(i.name, i.stated.value) for i in found}) == 1, [i.name for i in found]
    return found[0]


@pytest.mark.parametrize(
    ("name", "counts"),
    [
        (GUANGZHOU, [10, 5, 1, 7, 7, 3, 7]),
        (GUANGDONG, [20, 14, 15, 14]),
        (TIANJIN, [11, 7, 12, 11, 18, 7, 5, 10, 6, 20]),
    ],
)
def test_every_indicator_is_there(name: str, counts: list[int]) -> None:
    assert [len(table.indicators) for table in tables(name)] == counts


@pytest.mark.parametrize("name", [GUANGZHOU, GUANGDONG, TIANJIN])
def test_every_cell_is_accounted_for_and_no_value_is_unread(name: str) -> None:
    found = reading(name)
    assert found.cells.holds
    assert found.cells.reported == 0
    targets = [target for table in found.tables for i in table.indicators for target in i.targets]
    assert targets
    assert not [target.text for target in targets if isinstance(target, Unparsed)]
    assert all(i.targets for table in found.tables for i in table.indicators)


def test_guangzhou_tells_departments_from_agencies_and_states_neither_level_2_nor_year() -> None:
    for table in tables(GUANGZHOU):
        assert (table.department, table.agency) == ("广州开发区知识产权局（部门）", "广州开发区知识产权局")
        assert table.fiscal_year is None
        assert {indicator.level2 for indicator in table.indicators} == {None}


def test_guangzhou_two_targets_in_one_value() -> None:
    periods, people = stating(GUANGZHOU, "每期培训人数≥30人").targets
    assert isinstance(periods, Comparison)
    assert isinstance(people, Comparison)
    assert (periods.comparator, periods.value, periods.unit) == ("=", "2", "期")
    assert (people.comparator, people.value, people.unit, people.per) == (">=", "30", "人", "期")


def test_guangzhou_ratios_keep_their_basis() -> None:
    (ratio,) = stating(GUANGZHOU, "引导资金出资规模的2倍").targets
    (formula,) = stating(GUANGZHOU, "年初所有者权益").targets
    assert isinstance(ratio, Comparison)
    assert isinstance(formula, Comparison)
    assert (ratio.comparator, ratio.value, ratio.unit, ratio.basis) == (">=", "2", "倍", "引导资金出资规模")
    assert (formula.comparator, formula.value, formula.basis) == (">=", "1", "年初所有者权益")
    assert "年末所有者权益/年初所有者权益*100%" in (formula.subject or formula.text)


def test_guangdong_budgets_years_and_regions() -> None:
    assert [table.budget.total for table in tables(GUANGDONG)] == ["4600000", "1800000", "500000", "1000000"]
    assert [table.fiscal_year for table in tables(GUANGDONG)] == [2020, None, 2020, None]
    assert [table.region for table in tables(GUANGDONG)] == ["广州", "深圳", "珠海", "佛山"]


def test_guangdong_values_inside_names_and_values_that_drifted() -> None:
    guangzhou = tables(GUANGDONG)[0].indicators
    quantities = [i.stated.value for i in guangzhou if i.level2 == "数量指标"]
    assert quantities == ["9份", "9场", "≥1支", "≥10家", "≥1个", "≥4场", "≥500人", "1份", "1场", "1份"]
    assert [(i.level2, i.stated.value) for i in guangzhou[10:12]] == [("质量指标", "1"), ("时效指标", "2021年")]


def test_guangdong_requirements_are_names_not_levels() -> None:
    for table in tables(GUANGDONG)[1:]:
        required = [i for i in table.indicators if i.name.endswith("要求") and len(i.name) < 10]
        assert len(required) == 6 if table.region != "深圳" else len(required) >= 4
        assert {i.level2 for i in required} == {"数量指标"}


def test_guangdong_placeholders_are_no_indicators() -> None:
    for table in tables(GUANGDONG):
        assert not [i.name for i in table.indicators if i.name.startswith("指标") or set(i.name) <= set(". …")]


def test_tianjin_heads() -> None:
    found = tables(TIANJIN)
    assert [table.agency_code for table in found] == ["610101"] * 6 + ["610203"] * 4
    wan = [40, 20, 4990, 21, 1091, 60, 52, 300, 100, 221]
    assert [table.budget.total for table in found] == [str(amount * WAN) for amount in wan]
    assert (found[8].budget.fiscal, found[8].budget.other) == (None, "1000000")
    assert [table.fiscal_year for table in found] == [2024, 2024, 2023, *[2024] * 7]
    assert found[0].title == "2024年局机关信息化运维绩效目标表"
    assert found[9].title is None
    assert not [table.title for table in found if "bookmark" in (table.title or "")]


def test_tianjin_the_year_of_the_third_is_said_to_come_from_its_name() -> None:
    third = tables(TIANJIN)[2].spans["project_name"][0]
    assert [
        d.args["year"] for d in reading(TIANJIN).diagnostics if d.code is Code.YEAR_FROM_NAME and d.span == third
    ] == ["2023"]


def test_tianjin_kinds_of_values() -> None:
    (deadline, *_) = stating(TIANJIN, "办公场地租赁费支付完成时间").targets
    assert isinstance(deadline, Deadline)
    assert deadline.not_after == "2024-12-31"
    (area, *_) = stating(TIANJIN, "办公场地租赁面积").targets
    assert isinstance(area, Comparison)
    assert (area.low, area.unit, area.unit_canonical) == ("3000", "平米", "平方米")
    (share, *_) = stating(TIANJIN, "接受高校院所专利转让许可次数增幅").targets
    assert isinstance(share, Comparison)
    assert (share.low, share.high, share.unit, share.unit_canonical) == ("30", None, "百分比", "%")
    (hours,) = stating(TIANJIN, "<8小时").targets
    assert isinstance(hours, Comparison)
    assert (hours.comparator, hours.high, hours.high_open, hours.unit_canonical) == ("<", "28800", True, "秒")
    (rent,) = stating(TIANJIN, "房租费").targets
    assert isinstance(rent, Comparison)
    assert (rent.comparator, rent.value, rent.unit, rent.high) == ("<=", "231.5", "万元", "2315000")
    (blank,) = tables(TIANJIN)[0].indicators[9].targets
    assert isinstance(blank, Blank)
    assert blank.reason == "not_applicable"
    (trend,) = stating(TIANJIN, "优化营商环境").targets
    assert isinstance(trend, Statement)
    assert trend.sense == "trend"


@pytest.mark.parametrize("name", [GUANGZHOU, GUANGDONG, TIANJIN])
def test_every_figure_is_found_again_at_its_place(name: str) -> None:
    lines = (DOCUMENTS / name).read_text(encoding="utf-8").split("\n")
    for table in tables(name):
        for indicator in table.indicators:
            for field, text in (("value", indicator.stated.value), ("name", indicator.stated.name)):
                for span in indicator.spans.get(field, ()):
                    assert span.row is not None
                    place = "\n".join(lines[span.row - 1 :])
                    assert "".join((text or "").split()) in "".join(place.split())[: 4 * len(lines[span.row - 1]) + 400]
