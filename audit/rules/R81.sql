-- code = "R81"
-- severity = "medium"
-- title_zh = "同一指标两年间数量级或单位不同"
-- title_en = "magnitude or unit differs between years"
-- reason_zh = "同一项目同一指标的目标相差十倍以上，或换了单位，可能是填报错误。"
-- reason_en = "The same indicator ten times as large, or in another unit, may be a slip."
-- message_zh = "指标“{name}”本年为 {stated_value}，上年（{last_source}）为 {last_value}，{how}。请核实单位和数值。"
-- message_en = "The target of '{name}' is {stated_value}, and was {last_value} the year before ({last_source}): {how_en}. Please check unit and value."
-- basis = "财预〔2021〕101号《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》：指标值应当参考历史值"
-- stages = ["target"]
-- needs = ["last_year"]
-- [parameters.times]
-- default = 10
-- zh = "须核实的倍数"
-- en = "times that are to be asked about"
WITH pair AS (
  SELECT g.table_id, g.indicator_id, o.stated_value AS last_value, b.source AS last_source, g.measure, h.measure AS last_measure,
    g.per, h.per AS last_per, coalesce(g.low, g.high) AS now, coalesce(h.low, h.high) AS was
  FROM project AS p JOIN project AS b ON b.lineage = p.lineage AND b.fiscal_year = p.fiscal_year - 1 AND b.stage = 'target'
  JOIN planned AS g ON g.table_id = p.table_id AND g.kind = 'comparison' AND g.change IS NULL
  JOIN indicator AS i ON i.indicator_id = g.indicator_id
  JOIN indicator AS o ON o.table_id = b.table_id AND o.bare = i.bare AND o.period = i.period AND o.area = i.area AND o.level2 IS i.level2
  JOIN planned AS h ON h.table_id = b.table_id AND h.indicator_id = o.indicator_id AND h.kind = 'comparison' AND h.change IS NULL
  WHERE p.stage = 'target' AND i.joined IS NULL AND o.joined IS NULL)
SELECT table_id, indicator_id, last_value, last_source,
  CASE WHEN measure IS NOT last_measure OR per IS NOT last_per THEN '单位不同' ELSE '相差 ' || plain(round(max(now / was, was / now), 1)) || ' 倍' END AS how,
  CASE WHEN measure IS NOT last_measure OR per IS NOT last_per THEN 'the units differ'
    ELSE plain(round(max(now / was, was / now), 1)) || ' times' END AS how_en
FROM pair
WHERE measure IS NOT NULL AND last_measure IS NOT NULL AND (measure <> last_measure OR per IS NOT last_per)
  OR measure IS last_measure AND per IS last_per AND now > 0 AND was > 0 AND (now / was > :times OR was / now > :times)
