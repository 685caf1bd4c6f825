-- code = "R40"
-- severity = "review"
-- title_zh = "运算符与指标方向相反"
-- title_en = "the sign runs against the indicator"
-- reason_zh = "越多越好的指标写了上限，或越少越好的写了下限，可能是符号写反，也可能是有意的限额。"
-- reason_en = "A cap where more is better, or a floor where less is, may be a slip, or a limit that is meant."
-- message_zh = "指标“{name}”一般{expected}，目标却是 {stated_value}。请核实是符号写反，还是有意设定的限额。"
-- message_en = "For '{name}' {expected_en}, but the target is {stated_value}. Please ask whether the sign is wrong or the limit is meant."
-- basis = "财预〔2015〕88号《中央部门预算绩效目标管理办法》：绩效目标应当合理可行"
-- needs = ["indicators"]
-- [parameters.fewer_is_better]
-- default = ["不合格", "不良", "不满", "未", "重复率", "返修", "返工", "损耗", "损失", "逾期", "空置", "发生率", "患病率", "感染率", "死亡", "超标", "超支", "退货", "残次", "破损", "拥堵", "差错", "出错", "偏差", "舆情", "火灾", "控制", "成本", "费用", "支出", "负债", "降低", "减少", "下降", "压减", "退出率", "淘汰", "闲置", "拖欠", "伤亡", "隐患", "限额", "上限", "不超过"]
-- zh = "名称含这些词的指标以少为好，不提示"
-- en = "names with these words are better lower and are left alone"
SELECT g.table_id, g.indicator_id,
  CASE g.direction WHEN 'higher' THEN '越高越好' ELSE '越低越好' END AS expected,
  CASE g.direction WHEN 'higher' THEN 'more is better' ELSE 'less is better' END AS expected_en
FROM planned AS g
WHERE g.kind = 'comparison' AND g.explicit AND g.change IS NULL AND coalesce(g.joined, '') <> 'or' AND declared(g.direction_stated) IS NULL
  AND (g.direction = 'higher' AND g.comparator IN ('<=', '<') OR g.direction = 'lower' AND g.comparator IN ('>=', '>'))
  -- A time is to be kept short under any level; money under benefits is asked by R26.
  AND NOT (g.direction = 'higher' AND coalesce(g.dimension, '') IN ('duration', 'calendar_duration', 'working_time'))
  AND NOT (g.level1 = '效益指标' AND coalesce(g.dimension, '') = 'money')
  AND NOT (g.direction = 'higher' AND EXISTS (SELECT 1 FROM json_each(:fewer_is_better) AS w WHERE instr(g.name, w.value) > 0))
