-- code = "R17"
-- severity = "medium"
-- title_zh = "时效指标没有时间"
-- title_en = "timeliness without a time"
-- reason_zh = "只写及时、按时、按计划，到期与否无从判断。"
-- reason_en = "'In time' or 'as planned' does not say when."
-- message_zh = "时效指标“{name}”的目标为“{stated_value}”，没有时间或比率。请核实完成的时限。"
-- message_en = "The timeliness indicator '{name}' has the target '{stated_value}', without a time or a rate. Please ask by when."
-- basis = "财预〔2021〕101号《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》：时效指标反映完成的及时程度"
-- needs = ["level2"]
SELECT g.table_id, g.indicator_id
FROM planned AS g
WHERE g.level2 = '时效指标' AND NOT g.has_grades
GROUP BY g.indicator_id
HAVING min(g.kind = 'statement') AND NOT max(has_digit(g.text))
