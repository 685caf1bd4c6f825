-- code = "R61"
-- severity = "high"
-- title_zh = "期限在年度之前"
-- title_en = "a deadline before the year"
-- reason_zh = "期限早于预算年度，可能照抄了以前年度的目标。"
-- reason_en = "A deadline before the year may be copied from an earlier one."
-- message_zh = "指标“{name}”的期限为 {stated_value}（{due}），早于 {year} 年度。请核实是否照抄以前年度。"
-- message_en = "'{name}' is due {stated_value} ({due}), before the year {year}. Please ask whether it was copied from an earlier year."
-- basis = "财预〔2015〕88号《中央部门预算绩效目标管理办法》：年度绩效目标反映当年预期"
-- needs = ["year"]
SELECT g.table_id, g.indicator_id, g.not_after AS due, g.fiscal_year AS year
FROM planned AS g
WHERE g.kind = 'deadline' AND g.recurrence IS NULL AND NOT g.inferred AND g.not_after < g.fiscal_year || '-01-01'
