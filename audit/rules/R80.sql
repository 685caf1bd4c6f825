-- code = "R80"
-- severity = "medium"
-- title_zh = "增长目标没有基数"
-- title_en = "growth without a base"
-- reason_zh = "只写增长比例而没有基数或比较期，无法核对。"
-- reason_en = "Growth cannot be checked without what it grows from."
-- message_zh = "指标“{name}”的目标为 {stated_value}，没有写明与什么比较，也没有历史值。请核实基数。"
-- message_en = "The target of '{name}' is {stated_value}, without saying against what, and without a value of the past. Please ask for the base."
-- basis = "财预〔2021〕101号《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》：指标值设定依据、历史值"
-- needs = ["indicators"]
-- [parameters.bases]
-- default = ["上年", "去年", "上一年", "同期", "同比", "环比", "较", "比上", "比照", "相比", "基期", "基数", "历史", "往年", "近三年", "年度", "逐年", "计划", "平均"]
-- zh = "写有这些词即视为有比较对象"
-- en = "words that say against what"
SELECT g.table_id, g.indicator_id
FROM planned AS g JOIN indicator AS i USING (indicator_id)
WHERE g.kind = 'comparison' AND g.change IS NOT NULL AND NOT coalesce(says(i.history), 0)
  AND NOT EXISTS (
    SELECT 1 FROM json_each(:bases) AS w
    WHERE instr(g.text || g.name || coalesce(i.stated_value, '') || coalesce(i.description, '') || coalesce(i.remark, ''), w.value) > 0)
  AND (g.basis IS NULL OR instr(g.text, g.basis) = 0)
