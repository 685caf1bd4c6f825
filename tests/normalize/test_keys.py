"""What changes a key, and what does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.keys import indicator_key, lineage_key, table_key, with_keys
from schema.table import Indicator, PerformanceTable, Stated

TABLE = PerformanceTable(
    kind="project_target",
    project_name="2024年知识产权（运营）服务费",
    agency="天津市知识产权局",
    fiscal_year=2024,
    region="天津市",
    layout="form",
)
INDICATOR = Indicator(level1="产出指标", level2="数量指标", name="培训人数", stated=Stated(value="≥30人"))


def test_keys_are_the_same_in_every_run() -> None:
    assert table_key(TABLE) == "25e2e0845abad312"
    assert lineage_key(TABLE) == "6e3401969475e969"
    assert indicator_key(table_key(TABLE), INDICATOR) == "152016e71bf41e42"


@pytest.mark.parametrize(
    "change",
    [
        {"project_name": "2024年 知识产权(运营)服务费\u3000"},
        {"agency": "天津市 知识产权局"},
        {"title": "绩效目标表"},
        {"goal": "完成", "score": "90", "layout": "list", "coverage": 0.5},
        {"department": "天津市市场监督管理委员会"},
        {"indicators": (INDICATOR,)},
    ],
)
def test_a_table_keeps_its_key(change: dict[str, object]) -> None:
    assert table_key(TABLE.model_copy(update=change)) == table_key(TABLE)


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "project_selfeval"},
        {"agency_code": "610101"},
        {"agency": "天津市财政局"},
        {"project_code": "12000024Y000000000001"},
        {"project_name": "知识产权保护费"},
        {"fiscal_year": 2025},
        {"fiscal_year": None},
        {"region": "北京市"},
    ],
)
def test_a_table_changes_its_key(change: dict[str, object]) -> None:
    assert table_key(TABLE.model_copy(update=change)) != table_key(TABLE)


@pytest.mark.parametrize(
    "name",
    [
        "2023年知识产权（运营）服务费",
        "知识产权（运营）服务费",
        "知识产权（运营）服务费（2025年度）",
        "2021-2023年知识产权（运营）服务费",
        "2021至2023年度知识产权（运营）服务费",
        "二〇二二年知识产权（运营）服务费",
        "2025 知识产权（运营）服务费",
    ],
)
def test_a_project_keeps_its_lineage_over_the_years(name: str) -> None:
    later = TABLE.model_copy(
        update={"project_name": name, "fiscal_year": 2023, "project_code": "12000023Y000000000001"}
    )
    assert lineage_key(later) == lineage_key(TABLE)


@pytest.mark.parametrize(
    "name", ["知识产权（运营）服务费二期", "12024知识产权（运营）服务费", "20240知识产权（运营）服务费"]
)
def test_other_numbers_are_no_years(name: str) -> None:
    assert lineage_key(TABLE.model_copy(update={"project_name": name})) != lineage_key(TABLE)


def test_a_name_that_is_a_year_alone_falls_back() -> None:
    bare = TABLE.model_copy(update={"project_name": "2024年", "project_code": None, "title": None})
    assert lineage_key(bare) != lineage_key(bare.model_copy(update={"project_name": "2023年"}))


@pytest.mark.parametrize(
    ("change", "same"),
    [
        ({"name": "★培训 人数"}, True),
        ({"name": "指标1：培训人数"}, True),
        ({"name": "指标12.培训人数", "weight": "10", "stated": Stated(value="≥40人")}, True),
        ({"name": "培训人次"}, False),
        ({"name": "其中：培训人数"}, False),
        ({"level1": None}, False),
        ({"level2": "质量指标"}, False),
        ({"period": "mid_term"}, False),
        ({"area": "和平区"}, False),
    ],
)
def test_what_changes_the_key_of_an_indicator(change: dict[str, object], *, same: bool) -> None:
    changed = INDICATOR.model_copy(update=change)
    assert (indicator_key("t", changed) == indicator_key("t", INDICATOR)) is same


def test_equals_in_one_source_get_an_ordinal_and_their_own_indicators() -> None:
    table = TABLE.model_copy(update={"indicators": (INDICATOR, INDICATOR)})
    one, two, three = with_keys((table, table, table.model_copy(update={"fiscal_year": 2025})))
    assert one.key == table_key(table)
    assert len({one.key, two.key, three.key}) == 3
    assert one.lineage == two.lineage == three.lineage
    assert len({indicator.key for each in (one, two, three) for indicator in each.indicators}) == 6


def test_a_parent_is_renamed_with_its_key() -> None:
    parent = INDICATOR.model_copy(update={"key": "4"})
    child = INDICATOR.model_copy(update={"name": "其中：女性", "parent": "4"})
    (table,) = with_keys((TABLE.model_copy(update={"indicators": (parent, child)}),))
    assert table.indicators[1].parent == table.indicators[0].key
    assert with_keys((table,)) == (table,)
    orphan = TABLE.model_copy(update={"indicators": (child,)})
    with pytest.raises(KeyError):
        with_keys((orphan,))


@given(st.permutations([INDICATOR.model_copy(update={"name": name}) for name in ("甲", "乙", "丙", "丁")]))
def test_the_order_of_rows_changes_no_key(indicators: list[Indicator]) -> None:
    (table,) = with_keys((TABLE.model_copy(update={"indicators": tuple(indicators)}),))
    assert {each.name: each.key for each in table.indicators} == {
        each.name: indicator_key(table.key, each) for each in indicators
    }


@given(st.text(max_size=20), st.text(max_size=20))
def test_any_text_has_a_key(name: str, region: str) -> None:
    table = TABLE.model_copy(update={"project_name": name, "region": region, "title": name})
    (keyed,) = with_keys((table,))
    assert len(keyed.key) == len(keyed.lineage) == 16
