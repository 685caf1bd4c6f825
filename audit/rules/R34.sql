-- code = "R34"
-- severity = "low"
-- title_zh = "指标放错层级"
-- title_en = "an indicator at the wrong level"
-- reason_zh = "指标内容与所在的二级指标不符，影响各类指标的权重和汇总。"
-- reason_en = "An indicator at the wrong level 2 upsets weights and sums."
-- message_zh = "指标“{name}”（目标 {stated_value}）列在{level}下，{why}。请核实应归入哪一类。"
-- message_en = "The indicator '{name}' (target {stated_value}) stands under {level}, but {why_en}. Please ask where it belongs."
-- basis = "财预〔2021〕101号《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》：数量、质量、时效、满意度等指标的含义"
-- needs = ["level2"]
SELECT g.table_id, g.indicator_id, coalesce(g.level2, g.level1) AS level,
  CASE WHEN g.name LIKE '%满意度%' THEN '名称是满意度' WHEN g.kind = 'deadline' THEN '目标是期限，像时效指标'
    WHEN g.level2 = '数量指标' THEN '目标是比率，像质量指标' ELSE '目标是人数，像数量指标' END AS why,
  CASE WHEN g.name LIKE '%满意度%' THEN 'it asks for satisfaction' WHEN g.kind = 'deadline' THEN 'its target is a deadline'
    WHEN g.level2 = '数量指标' THEN 'its target is a rate' ELSE 'its target counts persons' END AS why_en
FROM planned AS g
WHERE g.name LIKE '%满意度%' AND NOT g.is_satisfaction AND g.level1 IN ('产出指标', '效益指标', '成本指标')
  OR g.level2 = '数量指标' AND g.name LIKE '%率' AND g.kind = 'comparison' AND g.measure = '%' AND g.change IS NULL
  OR g.level2 IN ('数量指标', '质量指标') AND g.kind = 'deadline' AND g.recurrence IS NULL
  OR g.level2 = '质量指标' AND g.dimension = 'persons'
