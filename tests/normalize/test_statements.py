"""Values in words: each says yes, no, a grade, a scale, a rank, a trend, a reference, or is free text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.statements import sense_of, statement

YES = (
    "合格", "培训合格", "达标", "通过验收", "是", "＝是", "=是", "有", "√", "符合要求", "符合相关规定", "严格执行", "完成", "按计划完成", "全部完成", "合格。", "产品质量合格", "水质达标", "“完成”",
)  # fmt: skip
NO = (
    "否", "未完成", "不合格", "不达标", "未通过", "×", "不符合要求", "产品不合格", "尚未完成",
    "未按时完成", "未全部完成", "不符合标准", "未合格", "未验收合格", "未严格执行", "水质未达标", "不及时", "未改善", "未有效提升", "没有完成", "尚未完成", "无法完成",
    "未及时支付资金", "资金支付不及时", "不满意", "未提升满意度", "未完成年度任务", "未达到国家标准", "未能完全符合要求", "项目未按期完工", "未开展", "未解决问题", "未得到改善",
)  # fmt: skip
AVERTED = (
    "未发生安全事故",
    "未出现投诉",
    "不发生",
    "未发现问题",
    "没有发生重大安全事故和群体性事件",
    "无不合格",
    "杜绝不达标",
)
SENSES = {
    "grade": "优 良 良好 优秀 好 高 较高 优良 及时 及时兑现 按时足额 全覆盖 应保尽保 应发尽发 应救尽救 国家级 二级甲等 长期 实时 正常运行",
    "scale": "优良中低差 优良中差 优/良/中/差 高中低",
    "rank": "全面排名前列 排名前列 名列前茅 全省领先",
    "trend": "有效提升 进一步提升 显著提升 有所提升 逐步改善 不断提高 持续改善 持续提升 有效保障 保障",
    "reference": "按资金使用标准完成 不超预算 按合同约定 达到国家标准 符合GB/T33190 见附件 详见方案 据实 据实结算",
    "text": "形成可复制可推广模式 天津市知识产权专项资金 合格率 完成率 完成数量 项目 甲 若干",
}


@pytest.mark.parametrize(
    ("text", "truth"),
    [(text, True) for text in YES] + [(text, False) for text in NO] + [(text, True) for text in AVERTED],
)  # fmt: skip
def test_yes_and_no(text: str, *, truth: bool) -> None:
    said = statement(text)
    assert (said.text, said.sense, said.truth) == (text, "boolean", truth)


@pytest.mark.parametrize(
    ("sense", "text"), [(sense, text) for sense, texts in SENSES.items() for text in texts.split()]
)
def test_what_is_neither_yes_nor_no(sense: str, text: str) -> None:
    said = statement(text)
    assert (said.sense, said.truth) == (sense, None)


@pytest.mark.parametrize(
    "text",
    [
        "不断提高", "不低于上年", "未来发展", "不动产登记及时", "不合理支出减少", "未达标率", "未达标率降低", "未完成率", "不增加", "不同程度提升", "解决未达标问题",
        "未处理投诉", "对未完成任务的单位通报", "未超预算", "不存在", "未成年人保护有效",
    ],
)  # fmt: skip
def test_a_negation_of_other_words_says_neither_yes_nor_no(text: str) -> None:
    assert sense_of(text).truth is None


@pytest.mark.parametrize("text", ["不超过预算", "按规定标准执行合格", "依据合同完成"])
def test_a_reference_is_no_yes(text: str) -> None:
    assert sense_of(text) == ("reference", None)


def test_a_long_sentence_that_begins_or_ends_like_a_yes_tells_more_than_yes() -> None:
    long = "完成全市知识产权保护体系建设并形成可复制可推广的经验模式与制度成果"
    assert sense_of(long).truth is None
    assert sense_of("全市各区县参加本年度组织的各类业务培训的学员考核全部合格").truth is None


@given(st.text(max_size=40))
def test_any_text_is_kept_and_only_a_boolean_has_a_truth(text: str) -> None:
    said = statement(text)
    assert said.text == text
    assert (said.truth is not None) is (said.sense == "boolean")
