-- code = "R91"
-- severity = "review"
-- title_zh = "比率像是丢了百分号"
-- title_en = "a rate that may have lost its percent sign"
-- reason_zh = "电子表格中的100%常被复制成1，95%成0.95。"
-- reason_en = "A spreadsheet's 100% is often copied as 1, 95% as 0.95."
-- message_zh = "指标“{name}”是比率，目标却为 {stated_value}。请核对原件，是否为 {instead}%。"
-- message_en = "'{name}' is a rate, but its target is {stated_value}. Please look at the original: is it {instead}%?"
-- basis = "导入核对：电子表格百分比格式丢失"
-- stages = ["target", "adjust", "selfeval", "monitor"]
-- needs = ["indicators"]
SELECT g.table_id, g.indicator_id, plain(100 * number(g.value)) AS instead
FROM planned AS g
WHERE g.kind = 'comparison' AND g.unit = '' AND NOT coalesce(says(g.stated_unit), 0) AND g.change IS NULL AND g.basis IS NULL
  AND (g.name LIKE '%率' OR g.name LIKE '%比例' OR g.name LIKE '%占比' OR g.name LIKE '%满意度')
  AND g.value NOT LIKE '%/%' AND number(g.value) > 0 AND number(g.value) <= 1
