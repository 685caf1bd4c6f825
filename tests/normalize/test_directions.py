"""Which way is better: costs and harm downwards, output and benefit upwards, set points to be hit."""

import pytest

from normalize.directions import direction


@pytest.mark.parametrize(
    "name",
    [
        "安全事故发生率", "投诉率", "有效投诉次数", "资金差错率", "违规资金比例", "违法案件数量", "信访量", "死亡率", "发病率", "客户流失率", "辍学率", "返贫人数", "超支率", "资金结余率", "设备闲置率",
        "房屋空置率", "偏差率", "测量误差", "森林火灾受害率", "病虫害成灾率", "故障率", "化学需氧量排放量", "PM2.5浓度", "单位能耗", "平均等待时间", "系统响应时间", "故障修复时长", "业务办理时限", "案件审理时间",
        "预算变动率", "预算调整率", "预算调整次数", "三公经费控制率", "公用经费控制率", "在职人员控制率", "工期延误天数", "重大食品安全事件",
    ],
)  # fmt: skip
@pytest.mark.parametrize("level2", [None, "数量指标", "质量指标"])
def test_less_harm_delay_and_overrun_is_better_under_any_level(name: str, level2: str | None) -> None:
    assert direction(name, "产出指标", level2) == "lower"


@pytest.mark.parametrize("name", ["任务完成率", "资金拨付及时率", "社保覆盖率", "验收合格率", "考核达标率", "政策知晓率", "设备使用率", "经费保障率", "服务对象满意度", "群众满意度（%）", "专利授权数量", "培训人数", "绿化面积"])  # fmt: skip
def test_more_of_what_is_wanted_is_better_by_its_name_alone(name: str) -> None:
    assert direction(name, None, None) == "higher"


@pytest.mark.parametrize(
    "name",
    [
        "投诉办结率",
        "投诉处理及时率",
        "故障修复率",
        "安全事故下降率",
        "能耗降低率",
        "排放达标率",
        "违规问题整改率",
        "资金差错下降率",
        "水土流失治理面积",
    ],
)
def test_getting_rid_of_harm_is_better_higher(name: str) -> None:
    assert direction(name, None, None) == "higher"


@pytest.mark.parametrize(
    ("name", "level1", "level2", "expected"),
    [
        ("项目总成本", "成本指标", None, "lower"), ("人均补助", "成本指标", "经济成本指标", "lower"), ("对环境的影响", "成本指标", "生态环境成本指标", "lower"), ("印刷费", None, "社会成本指标", "lower"),
        ("成本节约率", "成本指标", "经济成本指标", "higher"), ("成本节约额", "成本指标", "经济成本指标", "higher"), ("带动就业", "效益指标", "社会效益指标", "higher"), ("举办论坛", "产出指标", "数量指标", "higher"),
        ("企业评价", "满意度指标", "服务对象满意度指标", "higher"), ("室内温度", "效益指标", "社会效益指标", "hit"), ("误差控制数", None, None, "hit"), ("完成时间", "产出指标", "时效指标", None), ("项目验收", "产出指标", "时效指标", None),
        ("完成及时性", "产出指标", "时效指标", "higher"), ("工程进度率", "产出指标", "时效指标", "higher"), ("使用年限", None, None, None), ("其他", None, None, None), ("", None, None, None),
    ],
)  # fmt: skip
def test_name_goes_before_level(name: str, level1: str | None, level2: str | None, expected: str | None) -> None:
    assert direction(name, level1, level2) == expected


@pytest.mark.parametrize(
    "name", ["退货率", "病死率", "不良贷款率", "资产负债率", "案件发生率", "近视率", "停电次数", "平均住院日"]
)
def test_less_of_it_is_better(name: str) -> None:
    assert direction(name, "质量指标", "产出指标") == "lower"


@pytest.mark.parametrize(
    "name", ["违规资金追回率", "故障排除率", "平均无故障时间", "违法建筑拆除率", "年径流总量控制率", "线上访问量"]
)
def test_more_of_it_is_better_whatever_it_is_of(name: str) -> None:
    assert direction(name, "质量指标", "产出指标") == "higher"


@pytest.mark.parametrize(
    "name",
    [
        "产品不合格率", "退件率", "次品率", "感染率", "伤亡人数", "工伤人数", "学生溺亡人数", "返工次数", "办件超时件数", "超标点位", "火灾起数", "病害率", "区域噪声", "行政诉讼败诉率", "未完成率", "未按期办结件数",
        "未及时整改问题数", "漏诊率", "平均办理天数", "拥堵路段数", "整改不合格率", "不满意率", "不达标率", "全省考核排名", "营商环境评价名次",
    ],
)  # fmt: skip
@pytest.mark.parametrize("level2", [None, "数量指标", "社会效益指标"])
def test_less_of_what_is_unwanted_is_better_whatever_it_is_measured_by(name: str, level2: str | None) -> None:
    assert direction(name, "产出指标", level2) == "lower"


@pytest.mark.parametrize(
    "name",
    [
        "排查火灾隐患数", "查处违章建筑数", "治理拥堵路段数", "病虫害防治面积", "受灾群众救助人数", "污水处理量", "不动产登记数量", "未成年人保护活动次数", "不定期检查次数", "退役军人优抚人数", "报废农机", "排名提升名次", "不合格产品处置率",
    ],
)  # fmt: skip
def test_what_is_done_against_harm_is_better_higher(name: str) -> None:
    assert direction(name, "产出指标", "数量指标") == "higher"


@pytest.mark.parametrize("name", ["淘汰老旧车辆数", "举报件数", "亏损企业数", "不涉及未覆盖的单位数"])
def test_what_may_be_unwanted_tells_nothing(name: str) -> None:
    assert direction(name, "产出指标", "数量指标") is None
