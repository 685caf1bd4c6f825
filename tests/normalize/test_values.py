"""parse_value, reads_as_value and split_trailing_value."""

import pytest

from normalize import parse_value, reads_as_value
from normalize.values import split_trailing_value


@pytest.mark.parametrize(
    "cell",
    [
        "≥ 3亿",
        "9份",
        "1",
        "2021年",
        "100人以上",
        "进一步提升",
        "100%",
        "—",
        "",
        "2024年12月31日前",
        "培训合格",
        "每季度1次",
    ],
)
def test_a_value_reads_as_one(cell: str) -> None:
    assert reads_as_value(cell)


@pytest.mark.parametrize(
    "cell",
    [
        "举办论坛活动",
        "发行知识产权证券化产品规模",
        "数量指标",
        "2024年局机关信息化运维",
        "5000吨稻谷储备到位率",
        "新建水泥路1条",
        "服务对象满意度",
    ],
)
def test_a_name_does_not_read_as_a_value(cell: str) -> None:
    assert not reads_as_value(cell)


@pytest.mark.parametrize(
    ("cell", "split"),
    [
        ("发行知识产权证券化产品数量 ≥1支", ("发行知识产权证券化产品数量", "≥1支")),
        ("形成《2020年广东知识产权发展实力研究报告》 1份", ("形成《2020年广东知识产权发展实力研究报告》", "1份")),
        ("黄金蜜种植数量(≥**株)>=17600株", ("黄金蜜种植数量(≥**株)", ">=17600株")),
        ("苗木成活率（≥**%）", None),
        ("新建水泥路1条", None),
        ("2024年12月31日前完成项目", None),
    ],
)
def test_a_value_at_the_end_of_a_name_is_split_off(cell: str, split: tuple[str, str] | None) -> None:
    assert split_trailing_value(cell) == split


def test_what_was_said_is_kept_beside_what_it_means() -> None:
    reading = parse_value("≤231.5万元", unit="万元", operator="≤", name="房租费")
    assert reading.stated._asdict() == {
        "value": "≤231.5万元",
        "unit": "万元",
        "operator": "≤",
        "name": "房租费",
    }
    assert len(reading.rules) == len(reading.targets) == 1


@pytest.mark.parametrize(("value", "codes"), [("500-600件", []), ("500件", ["operator-unreadable"])])
def test_a_column_that_says_range_fits_a_range_only(value: str, codes: list[str]) -> None:
    assert [str(odd.code) for odd in parse_value(value, operator="介于").diagnostics] == codes
