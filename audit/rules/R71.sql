-- code = "R71"
-- severity = "low"
-- title_zh = "满意度目标为100%"
-- title_en = "satisfaction of 100 %"
-- reason_zh = "满意度达到100%难以实现，也难以取信。"
-- reason_en = "Nobody satisfies everybody."
-- message_zh = "满意度指标“{name}”的目标为 {stated_value}。请核实调查方法和取值依据。"
-- message_en = "The satisfaction target of '{name}' is {stated_value}. Please ask how it is surveyed and what it rests on."
-- basis = "财预〔2021〕101号《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》：满意度指标"
-- needs = ["satisfaction"]
-- [parameters.other]
-- default = ["处理", "处置", "办结", "办理", "回复", "答复", "整改", "解决", "回访", "反馈", "知晓", "覆盖"]
-- zh = "名称含这些词而不含“满意”的指标不视为满意度"
-- en = "names with one of these words, and without 满意, measure no satisfaction"
SELECT g.table_id, g.indicator_id
FROM planned AS g
WHERE g.is_satisfaction AND g.is_main AND g.kind = 'comparison' AND g.measure = '%' AND g.change IS NULL
  AND g.comparator NOT IN ('<=', '<') AND coalesce(g.low, g.high) >= 100
  AND (g.name LIKE '%满意%' OR NOT EXISTS (SELECT 1 FROM json_each(:other) AS w WHERE instr(g.name, w.value) > 0))
