"""Units: each spelling of the field means its canonical unit by an exact factor, the longest spelling wins."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.units import Cues, ambiguous, counters, measures, read_unit, spellings, unit_of

# canonical unit, what one of each spelling is in it, the spellings
MEASURABLE = (
    ("元", "1", "元 圆 人民币 RMB"),
    ("元", "10000", "万元 万圆"),
    ("元", "100000000", "亿元"),
    ("元", "1000", "千元"),
    ("元", "1000000", "百万元"),
    ("元", "1/10", "角"),
    ("美元", "1", "美元"),
    ("美元", "10000", "万美元"),
    ("港元", "1", "港元 港币"),
    ("欧元", "1", "欧元"),
    ("%", "1", "% 百分比 百分之 百分率 pct 个%"),
    ("%", "1/10", "‰ 千分比"),
    ("%", "1/100", "‱"),
    ("%", "10", "成 折"),
    ("百分点", "1", "百分点 个百分点 pp"),
    ("1/10万", "1", "/10万 1/10万 例/10万"),
    ("1/10万", "10", "1/万"),
    ("1/10万", "100", "1/千人"),
    ("倍", "1", "倍"),
    ("秒", "1", "秒 s 秒钟"),
    ("秒", "1/1000", "毫秒 ms"),
    ("秒", "60", "分钟 min"),
    ("秒", "3600", "小时 时 h 钟头 个小时"),
    ("秒", "86400", "日 天 自然日 日历日 个日 昼夜 d"),
    ("秒", "604800", "周 星期 礼拜"),
    ("月", "1/3", "旬"),
    ("月", "1", "月 个月 月份"),
    ("月", "3", "季度 季 个季度"),
    ("月", "12", "年 个年度 年度 周年 学年"),
    ("工作日", "1", "工作日 个工作日 工作天"),
    ("学时", "1", "学时"),
    ("课时", "1", "课时 节课"),
    ("学分", "1", "学分"),
    ("工时", "1", "工时 人时"),
    ("人天", "1", "人天 人·天 人日"),
    ("人月", "1", "人月 人·月"),
    ("台班", "1", "台班"),
    ("岁", "1", "岁 周岁"),
    ("米", "1/1000", "毫米 mm ㎜"),
    ("米", "1/100", "厘米 cm 公分"),
    ("米", "1", "米 m 公尺 延米 延长米 线米"),
    ("米", "1000", "公里 km KM ㎞ 千米 车道公里"),
    ("米", "500", "里 华里 市里"),
    ("米", "1852", "海里 nmile"),
    ("平方米", "1", "平方米 平米 ㎡ m² m2 平方 平 建筑平方米"),
    ("平方米", "1000000", "平方公里 km² 平方千米 平方km"),
    ("平方米", "10000", "公顷 hm²"),
    ("平方米", "2000/3", "亩 市亩"),
    ("平方米", "200000/3", "顷"),
    ("平方米", "20000000/3", "万亩"),
    ("平方米", "1/10000", "平方公分 cm²"),
    ("亩次", "1", "亩次"),
    ("立方米", "1", "立方米 m³ 方 立方 土方 方量 石方"),
    ("立方米", "1/1000000", "立方厘米 cm³ 毫升 ml"),
    ("立方米", "1/1000", "升 L 公升"),
    ("立方米", "100000000", "亿立方米"),
    ("标立方米", "1", "标准立方米 Nm³ 标方"),
    ("千克", "1/1000", "克 g"),
    ("千克", "1", "千克 公斤 kg KG"),
    ("千克", "1/2", "斤 市斤"),
    ("千克", "1000", "吨 t 公吨"),
    ("千克", "50", "担"),
    ("千克", "1/1000000", "毫克 mg"),
    ("吨标准煤", "1", "吨标准煤 tce"),
    ("千瓦时", "1", "千瓦时 kWh"),
    ("千瓦时", "5/18", "兆焦 MJ"),
    ("千瓦时", "2500/9", "吉焦"),
    ("千瓦", "1", "千瓦 kW"),
    ("千瓦", "1000", "兆瓦 MW"),
    ("千瓦", "10000", "万千瓦"),
    ("千瓦", "735499/1000000", "马力"),
    ("千伏安", "1", "千伏安 kVA"),
    ("千伏", "1", "千伏 kV"),
    ("蒸吨", "1", "蒸吨 t/h"),
    ("℃", "1", "℃ 摄氏度 °C"),
    ("分贝", "1", "分贝 dB dB(A)"),
    ("勒克斯", "1", "勒克斯 lx"),
    ("mg/L", "1", "mg/L 毫克/升"),
    ("μg/m³", "1000", "mg/m³ 毫克/立方米"),
    ("μg/m³", "1", "μg/m³ 微克/立方米 ug/m3"),
    ("bit/s", "1", "bit/s"),
    ("bit/s", "1000000", "Mbps"),
    ("bit/s", "1000000000", "Gbps"),
    ("字节", "1", "字节"),
    ("字节", "1000", "KB"),
    ("字节", "1000000", "MB"),
    ("字节", "1000000000", "GB"),
    ("字节", "1000000000000", "TB"),
    ("字节", "1000000000000000", "PB"),
    ("米/秒", "1", "米/秒"),
    ("米/秒", "5/18", "km/h"),
    ("吨/日", "1", "吨/日 t/d"),
    ("立方米/日", "1", "立方米/日 m³/d"),
    ("毫米/小时", "1", "毫米/小时"),
    ("分", "1", "分"),
    ("星", "1", "星 星级"),
    ("级", "1", "级"),
    ("名次", "1", "名次"),
    ("字", "1", "字"),
    ("字", "10000", "万字"),
    ("字", "1000", "千字"),
)
COUNTING = """
人 人次 户 户次 次 场 场次 期 届 轮 批 批次 班 班次 频次 起 例 宗 案 堂 节 课 站次 趟 车次 架次 航次 船次 台次 件次 项次 条次 处次 册次 只次
份 篇 本 册 部 卷 套 张 页 版 封 函 种 稿 条 则 幅 首 集 段 帧 单 票 笔 个 项 件 类 门 门类 科 专题 课题 标段 工程 子项 任务 事项 环节
家 所 院 校 团 队 组 支 站 中心 馆 机构 单位 部门 社 协会 店 网点 园区 基地 处 座 村 自然村 社区 街道 乡镇 镇 乡 县 区 市 旗 省 国家 片
片区 块 点 点位 站点 断面 监测点 小区 路段 路口 车位 泊位 间 幢 层 孔 口 道 樘 扇 盏 根 杆 节点 管 渠 池 厕位 台阶 台 台套 辆 架 艘 列 只
把 副 具 组件 路 屏 盘 颗 枚 端 端口 终端 用户 账号 许可 袋 箱 瓶 盒 包 桶 罐 捆 束 剂 剂次 针次 双 顶 床 头 匹 羽 尾 峰 群 巢 株 苗 丛 穴
蔸 棚 圈 垄 对 面 杯 席 梯次 人份
"""
SAME = ("学生 人", "员 人", "名 人", "位 人", "家庭 户", "人·次 人次", "次人 人次", "企业 家", "行政村 村", "栋 幢", "眼 口", "棵 株", "台/套 台套", "授权 许可")  # fmt: skip
EACH = [(word, canonical, factor) for canonical, factor, words in MEASURABLE for word in words.split()]


@pytest.mark.parametrize(("word", "canonical", "factor"), EACH)
def test_a_measurable_unit_is_read_whole_and_exactly(word: str, canonical: str, factor: str) -> None:
    reading = read_unit(word, 0)
    assert reading is not None
    assert reading.unit is not None
    assert (reading.end, reading.unit.canonical, reading.factor) == (len(word), canonical, Fraction(factor))


@pytest.mark.parametrize("word", COUNTING.split())
def test_a_counting_unit_is_its_own_canonical_unit(word: str) -> None:
    unit, guessed = unit_of(word)
    assert unit is not None
    assert (unit.canonical, unit.factor, guessed) == (word, Fraction(1), False)


@pytest.mark.parametrize("pair", SAME)
def test_another_word_for_a_counting_unit(pair: str) -> None:
    word, canonical = pair.split()
    unit, _ = unit_of(word)
    assert unit == unit_of(canonical)[0]
    assert unit is not None
    assert unit.canonical == canonical


def _dimension(word: str) -> str:
    unit, _ = unit_of(word)
    assert unit is not None
    return unit.dimension


@pytest.mark.parametrize(
    "pair", ["人 人次", "人 户", "工作日 日", "百分点 %", "月 日", "元 美元", "件 项", "个 项", "亩 亩次", "学时 学分", "场 场次", "台 台班", "公里 处", "mg/L mg/m³", "千瓦 千瓦时"]
)  # fmt: skip
def test_what_must_never_be_added_up_has_different_dimensions(pair: str) -> None:
    one, other = pair.split()
    assert _dimension(one) != _dimension(other)


def test_a_dimension_has_one_canonical_unit_of_factor_one() -> None:
    of: dict[str, set[str]] = {}
    for unit in {*measures().values(), *counters().values()}:
        of.setdefault(unit.dimension, set()).add(unit.canonical)
        assert unit.factor > 0
    assert {dimension: names for dimension, names in of.items() if len(names) > 1} == {}
    for (canonical,) in of.values():
        known = (measures() | counters()).get(canonical)
        assert known is not None, canonical
        assert (known.canonical, known.factor) == (canonical, Fraction(1))


@pytest.mark.parametrize(
    ("text", "written", "multiplier"),
    [
        ("平方米以上", "平方米", 1), ("平方公里", "平方公里", 1), ("平方左右", "平方", 1), ("平,另", "平", 1), ("千克", "千克", 1), ("千米", "千米", 1),
        ("千瓦时", "千瓦时", 1), ("千伏", "千伏", 1), ("百分比", "百分比", 1), ("百分点", "百分点", 1), ("万千瓦时", "万千瓦时", 10**4), ("万人次", "万人次", 10**4),
        ("人次以上", "人次", 1), ("工作日内", "工作日", 1), ("场次", "场次", 1), ("个工作日", "工作日", 1), ("个月", "月", 1), ("个", "个", 1), ("个项目", "个", 1),
        ("万株", "万株", 10**4), ("十万份", "十万份", 10**5), ("千万元", "千万元", 10**7), ("万亿元", "万亿元", 10**12), ("个数", "个", 1), ("次数", "次", 1),
        ("  元", "元", 1), ("吨标准煤", "吨标准煤", 1), ("节课", "节课", 1), ("年度", "年度", 1),
    ],
)  # fmt: skip
def test_the_longest_spelling_wins(text: str, written: str, multiplier: int) -> None:
    reading = read_unit(text, 0)
    assert reading is not None
    assert (reading.written, reading.multiplier) == (written, multiplier)


@pytest.mark.parametrize(("text", "factor"), [("亿", 10**8), ("万", 10**4), ("万 ", 10**4), ("亿左右", 10**8)])
def test_a_multiplier_alone_has_no_unit(text: str, factor: int) -> None:
    reading = read_unit(text, 0)
    assert reading is not None
    assert (reading.unit, reading.factor) == (None, Fraction(factor))


@pytest.mark.parametrize("text", ["", " ", "以上", "左右", "的", "，人", "   元", "é", "123"])
def test_where_no_unit_stands_none_is_read(text: str) -> None:
    assert read_unit(text, 0) is None


@pytest.mark.parametrize(
    ("word", "name", "level", "canonical", "factor"),
    [
        ("分", "系统响应时间", "", "秒", 60), ("分", "考核评分", "", "分", 1), ("分", "", "时效指标", "秒", 60), ("分", "群众满意度", "满意度指标", "分", 1),
        ("分", "满意度得分", "时效指标", "分", 1), ("度", "全年节约用电", "", "千瓦时", 1), ("度", "冬季室内温度", "", "℃", 1), ("M", "互联网专线带宽", "", "bit/s", 10**6),
        ("M", "管道长度", "", "米", 1), ("G", "出口带宽", "", "bit/s", 10**9), ("G", "存储容量", "", "字节", 10**9), ("名", "全市综合排名", "", "名次", 1),
        ("名", "招聘人数", "", "人", 1), ("位", "专家人数", "", "人", 1), ("块", "宣传牌数量", "", "块", 1),
    ],
)  # fmt: skip
def test_name_and_level_decide_an_ambiguous_word(word: str, name: str, level: str, canonical: str, factor: int) -> None:
    unit, guessed = unit_of(word, Cues(name, level))
    assert unit is not None
    assert (unit.canonical, unit.factor, guessed) == (canonical, Fraction(factor), False)


@pytest.mark.parametrize("word", ["度", "M", "人/次"])
def test_a_guess_that_nothing_decides_says_so(word: str) -> None:
    assert unit_of(word)[1]
    reading = read_unit(word, 0)
    assert reading is not None
    assert reading.warns


@given(st.text("亩平方米千万亿个人次工作日分度MGkg/·% 数据克里公顷", max_size=8), st.integers(0, 8))
def test_any_text_is_read_within_its_bounds(text: str, at: int) -> None:
    reading = read_unit(text, at)
    if reading is not None:
        assert at < reading.end <= len(text)
        assert reading.factor > 0
        assert reading.written


def test_every_ambiguous_word_leads_to_units_that_exist() -> None:
    known = measures() | counters()
    for word, rules in ambiguous().items():
        assert rules["otherwise"] in known, word
        assert {reading["unit"] for reading in rules["readings"]} <= known.keys(), word


def test_spellings_are_grouped_with_the_longest_first() -> None:
    for first, group in spellings().items():
        assert all(word.startswith(first) for word in group)
        assert [len(word) for word in group] == sorted((len(word) for word in group), reverse=True)


def test_no_spelling_begins_like_a_number_but_for_one_in_so_many() -> None:
    digits = [word for first, words in spellings().items() if first.isdecimal() for word in words]
    assert all(word.startswith("1/") for word in digits)
