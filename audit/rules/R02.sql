-- code = "R02"
-- severity = "high"
-- title_zh = "缺少数量、质量或时效指标"
-- title_en = "quantity, quality or timeliness is missing"
-- reason_zh = "产出应当从数量、质量、时效三个方面说明。"
-- reason_en = "Outputs are to be told by quantity, quality and time."
-- message_zh = "产出指标中没有有值的{missing}。请核实是否漏填，或该项目确无此项要求。"
-- message_en = "Among the outputs there is no {missing} with a value. Please ask whether it was left out or does not apply."
-- basis = "财预〔2021〕101号《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》：产出指标分数量、质量、时效"
-- stages = ["target", "selfeval"]
-- needs = ["indicators", "levels", "level2"]
SELECT p.table_id, x.value AS missing, x.value AS part
FROM project AS p, json_each('["数量指标", "质量指标", "时效指标"]') AS x
WHERE EXISTS (SELECT 1 FROM indicator AS i WHERE i.table_id = p.table_id AND i.level1 = '产出指标')
  AND NOT EXISTS (
    SELECT 1 FROM indicator AS i
    WHERE i.table_id = p.table_id AND i.level2 = x.value AND i.is_usable AND i.period = p.period)
