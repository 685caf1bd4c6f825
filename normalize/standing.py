"""Numbers that stand by themselves in a value, so that what is around them means the same for others."""

from normalize.patterns import deferred

SIGNS = "≥≤<>=≧≦⩾⩽≮≯⋝⋜＞＜＝﹥﹤═﹦≈》《〉〈\uf0b3\uf0a3"
_DASHES = "—–～~－-"
_HAN = "\u4e00-\u9fff"
_BEFORE = (
    rf"(?<![^{_HAN}{SIGNS}¥￥,;:，。；、：\s%％{_DASHES}])"  # a part of a word or of a code
    r"(?<![每之点月季号码话机零〇一二三四五六七八九十百千万亿两半])(?<![0-9]{4}年)(?<!等保)"  # 每3年, 2024年6
    r"(?<![0-9０-９A-Za-z每号码话机.][,，、:：\s])"  # 8,000, 8 000, 1:3, GB 33190
    rf"(?<!^[{_DASHES}])(?<![^0-9%％{_HAN}][{_DASHES}])"  # a minus
)
_BEHIND = (
    rf"(?![^{_HAN},;，。；(（\s%％﹪‰‱㎡㎞℃/—–～~－acdf-hj-oq-wyzLMNRTVWμµ-])"
    r"(?![月季日号点比半成版对前底]|分之|年\s*[0-9底末])"
    r"(?!小时[不服热值在监运供开畅待])"
    r"(?![\"”]?(?:政府|政务|便民|市民|公共)?(?:服务)?热线)"  # 12345热线, 211工程
    r"(?!呼救|求救|法律|检察|纳税|消费|医保|环保|咨询|电话|热线|平台|急救|联动|投诉|举报|消防|指挥|[接报]警|便民|政务|服务热线|工程|高校|院校)(?!(?:财|会计|预算)年|国家|世界|全国|全民|国际|消费者|宪法|禁毒|防灾|知识产权|植树|青年节|环境日|妇女|儿童|护士|教师|警报|特大|洪|地震|建军|建党|记者)"
    r"(?!平均[出接]|接处警|出车|工单|火警|警情|查号|青少年|交通安全|消毒液|话务|宣传[日月]|受理|预警|劝阻|来电|接通|服务[≥≤<>=0-9])"
    rf"(?!/[^{_HAN}]|[,，\s]*[0-9]|\s*[至到{_DASHES}]{{1,2}}\s*[0-9.]+\s*[年月日号季])"
)
SLOT = deferred(
    rf"(?=[0-9]){_BEFORE}((?!(?:19|20)[0-9]{{2}}(?![0-9]))[1-9][0-9]{{0,6}}(?:\.[0-9]{{1,4}})?|0\.[0-9]{{0,3}}[1-9])(?![0-9.]){_BEHIND}"
)
"""A number that stands by itself: neither in a word or a code, nor a year, a month, a day or a serial number."""
