"""Indicators in prose, style by style."""

import pytest

from parsers.layouts.indicators.items import Levels, is_levels, named_values, names_levels, read_items

COUNTS = [("产出指标", "数量指标", "培训人数", "≥100人"), ("产出指标", "质量指标", "合格率", "≥95%")]


def told(text: str, levels: Levels | None = None) -> list[tuple[str | None, str | None, str, str]]:
    items = read_items(text, levels)
    return [(item.levels.level1, item.levels.level2, item.name, item.value) for item in items if item.name]


@pytest.mark.parametrize(
    "text",
    [
        "1、产出指标-数量指标：培训人数，年度指标值：≥100人。2、产出指标-质量指标：合格率，年度指标值：≥95%。",
        "产出指标：1、数量指标：培训人数，指标值：≥100人；2、质量指标：合格率，指标值：≥95%；",
        "【产出指标-数量指标】指标1:培训人数(≥100人)【产出指标-质量指标】指标1:合格率(≥95%)",
        "【产出指标】【数量指标】培训人数≥100人；【质量指标】合格率≥95%",
        "设1条数量指标：培训人数≥100人；设1条质量指标：合格率≥95%。",
        "数量指标：培训人数≥100人\n质量指标：合格率≥95%",
        "一、产出指标\n（一）数量指标：\n1.培训人数≥100人；\n（二）质量指标\n1.合格率≥95%。",
        "一、产出指标：（1）数量指标：①培训人数：≥100人；（2）质量指标：①合格率：≥95%。",
        "产出指标（50分）：数量指标（25分）：培训人数≥100人。质量指标（25分）：合格率≥95%。",
        "产出指标——数量指标:培训人数≥100人;产出指标——质量指标:合格率≥95%",
        "数量指标：指标1：培训人数≥100人；质量指标：指标1：合格率≥95%",
        "1.数量指标：培训人数 ≥100人 2.质量指标：合格率 ≥95%",
    ],
)
def test_one_pair_of_indicators_in_many_styles(text: str) -> None:
    assert told(text) == COUNTS


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("数量指标：培训人数≥100人，培训期数≥3期；", [("培训人数", "≥100人"), ("培训期数", "≥3期")]),
        ("数量指标：①路灯30盏②管网2公里", [("路灯", "30盏"), ("管网", "2公里")]),
        ("数量指标：指标1:隔离车(≥77台)指标2:警示桩(≥300根)", [("隔离车", "≥77台"), ("警示桩", "≥300根")]),
        ("社会效益指标：市容环境明显改善", [("市容环境明显改善", "市容环境明显改善")]),
        ("数量指标：培训（含线上；线下）≥3期；报告≥1份", [("培训（含线上；线下）", "≥3期"), ("报告", "≥1份")]),
        ("数量指标：/；质量指标：合格率≥95%", [("合格率", "≥95%")]),
        ("数量指标：参赛率≥30%（较上年提高5%）", [("参赛率", "≥30%（较上年提高5%）")]),
        ("数量指标：建设面积1.5万平方米；", [("建设面积", "1.5万平方米")]),
        ("社会效益指标：合格率稳定在97%以上", [("合格率", "稳定在97%以上")]),
        ("数量指标：培训人数不少于100人；补助不超过50万元", [("培训人数", "不少于100人"), ("补助", "不超过50万元")]),
        ("时效指标：完成时间：2024年12月底前。", [("完成时间", "2024年12月底前")]),
    ],
)
def test_names_and_values(text: str, found: list[tuple[str, str]]) -> None:
    assert [(name, value) for _, _, name, value in told(text)] == found


def test_a_level_below_a_heading_is_a_level_2() -> None:
    costs = "一、产出指标\n（1）成本指标：总成本≤5万元\n三、满意度指标\n（1）服务对象满意度指标：满意度≥90%"
    assert [levels[:2] for levels in told(costs)] == [("产出指标", "成本指标"), ("满意度指标", "服务对象满意度指标")]
    assert told("成本指标：总成本≤5万元")[0][:2] == ("成本指标", None)


def test_the_level_of_the_column_holds_for_words_without_one() -> None:
    column = Levels("满意度指标", None, "满意度指标")
    assert told("居民满意度≥90%", column) == [("满意度指标", None, "居民满意度", "≥90%")]
    assert told("服务对象满意度指标：居民满意度≥90%", column)[0][:2] == ("满意度指标", "服务对象满意度指标")


def test_without_levels_only_what_has_a_value_is_an_indicator() -> None:
    assert told("培训人数≥100人；详见附件；合格率≥95%") == [
        (None, None, "培训人数", "≥100人"),
        (None, None, "合格率", "≥95%"),
    ]
    assert [item.piece for item in read_items("详见附件") if not item.name] == ["详见附件"]


def test_what_a_number_opens_and_names_no_level_is_told_apart() -> None:
    items = read_items("1、产出指标：会议，年度指标值：1次。2、其他事项：另行通知。")
    assert [(item.name, item.piece.strip()) for item in items][1:] == [("", "2、其他事项：另行通知。")]


def test_words_that_are_levels_and_texts_that_hold_them() -> None:
    assert is_levels("产出指标-数量指标")
    assert not is_levels("其他事项")
    assert names_levels("建成图书馆。数量指标：开通≥1个月")
    assert not names_levels("完成产出指标和效益指标，群众满意度提高。")


def test_costs_among_levels_2_stand_below_outputs() -> None:
    costs = "设1条数量指标：报告≥3份；设1条成本指标：总成本≤5万元；设1条满意度指标：群众满意度≥90%；"
    assert [levels[:2] for levels in told(costs)][1] == ("产出指标", "成本指标")
    assert told("数量指标：报告≥3份；成本指标：总成本≤5万元；经济成本指标：单价≤5元")[1][:2] == ("成本指标", None)
    assert told("产出指标：报告≥3份；成本指标：总成本≤5万元")[1][:2] == ("成本指标", None)


def test_brackets_hold_the_values_of_all_items_or_of_none() -> None:
    text = (
        "【产出指标-数量指标】指标1:机构(≥3家)；指标2:床位(≥30张)；【效益指标-社会效益指标】指标3:服务体系(更加健全)。"
    )
    assert told(text)[2][2:] == ("服务体系", "更加健全")
    assert told("社会效益指标：服务体系（线上）；满意度指标：满意度（更高）≥90%")[0][2:] == (
        "服务体系（线上）",
        "服务体系（线上）",
    )


def test_a_word_of_change_before_the_number_belongs_to_the_value() -> None:
    told = read_items("社会效益指标：破案率提升5%；治安案件同比下降3%；经济增长率8%；农户增收200元")
    assert [(item.name, item.value) for item in told] == [
        ("破案率", "提升5%"),
        ("治安案件", "同比下降3%"),
        ("经济增长率", "8%"),
        ("农户增收", "200元"),
    ]


@pytest.mark.parametrize(
    "said", ["不少于5场", "达到90%", "每年2次", "较上年增长5%", "不超过上年的90%", "完成10公里", "约300人", "全市第1"]
)
def test_what_only_says_how_much_names_nothing(said: str) -> None:
    assert named_values(said) == ()
