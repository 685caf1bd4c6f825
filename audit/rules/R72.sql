-- code = "R72"
-- severity = "low"
-- title_zh = "满意度没有写明对象"
-- title_en = "satisfaction of nobody named"
-- reason_zh = "没有写明调查对象，满意度无法调查。"
-- reason_en = "Without saying who is asked nothing can be surveyed."
-- message_zh = "满意度指标名称“{name}”没有写明对象。请核实向谁调查。"
-- message_en = "The satisfaction indicator '{name}' does not say who is asked. Please ask who."
-- basis = "财预〔2021〕101号《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》：满意度指标应当明确服务对象"
-- needs = ["satisfaction"]
SELECT i.table_id, i.indicator_id
FROM indicator AS i
WHERE i.is_satisfaction AND i.is_usable
  AND i.folded IN ('满意度', '满意度指标', '服务对象满意度', '服务对象满意度指标', '社会公众满意度', '服务满意度', '满意率')
