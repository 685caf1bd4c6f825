-- code = "R13"
-- severity = "high"
-- title_zh = "数量指标没有数量"
-- title_en = "a quantity without a number"
-- reason_zh = "数量指标应当有数。"
-- reason_en = "A quantity indicator needs a number."
-- message_zh = "数量指标“{name}”的目标为“{stated_value}”，没有数。请核实应完成的数量。"
-- message_en = "The quantity indicator '{name}' has the target '{stated_value}', without a number. Please ask how many."
-- basis = "财预〔2021〕101号《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》：数量指标应当量化"
-- needs = ["level2"]
SELECT g.table_id, g.indicator_id
FROM planned AS g
WHERE g.level2 = '数量指标'
GROUP BY g.indicator_id
HAVING min(g.kind = 'statement') AND NOT max(has_digit(g.text))
