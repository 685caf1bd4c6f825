-- code = "R60"
-- severity = "medium"
-- title_zh = "期限在年度之后"
-- title_en = "a deadline after the year"
-- reason_zh = "年度绩效目标的期限应在当年之内。"
-- reason_en = "A target of the year is due within the year."
-- message_zh = "指标“{name}”的期限为 {stated_value}（{due}），晚于 {year} 年度。请核实是否跨年项目，或年度有误。"
-- message_en = "'{name}' is due {stated_value} ({due}), after the year {year}. Please ask whether the project spans years or the year is wrong."
-- basis = "财预〔2015〕88号《中央部门预算绩效目标管理办法》：年度绩效目标反映当年预期"
-- needs = ["year"]
SELECT g.table_id, g.indicator_id, g.not_after AS due, g.fiscal_year AS year
FROM planned AS g
WHERE g.kind = 'deadline' AND g.recurrence IS NULL AND g.period = 'annual' AND g.not_after > g.fiscal_year || '-12-31'
