-- code = "R43"
-- severity = "medium"
-- title_zh = "正向指标目标为零"
-- title_en = "a target of zero where more is better"
-- reason_zh = "越多越好的指标目标为零，等于不要求完成。"
-- reason_en = "Zero asks for nothing where more is better."
-- message_zh = "指标“{name}”一般越高越好，目标却为 {stated_value}。请核实是否漏填数值。"
-- message_en = "For '{name}' more is better, but the target is {stated_value}. Please ask whether a number was left out."
-- basis = "预算管理一体化系统提示：正向指标年度指标值等于0"
-- needs = ["indicators"]
-- [parameters.unwanted]
-- default = ["安全", "事件", "事故", "舆情", "火灾", "案件", "问题", "隐患", "伤亡", "泄露", "泄密", "逾期", "拖欠", "欠", "污染", "新增债务", "违", "投诉", "上访", "信访", "负面", "失信", "纠纷", "复发", "遗漏", "不合格", "未", "差", "病", "死", "停机", "中断"]
-- zh = "名称含这些词的指标以零为目标"
-- en = "names with these words aim at zero"
SELECT g.table_id, g.indicator_id
FROM planned AS g
WHERE g.kind = 'comparison' AND g.direction = 'higher' AND g.change IS NULL AND coalesce(g.joined, '') <> 'or' AND has_digit(g.text)
  AND g.comparator IN ('=', '<=') AND g.low IS g.high AND g.high = 0
  AND coalesce(g.measure, '') NOT IN ('起', '例', '宗')
  AND NOT EXISTS (SELECT 1 FROM json_each(:unwanted) AS w WHERE instr(g.name, w.value) > 0)
