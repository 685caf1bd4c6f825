-- code = "R83"
-- severity = "high"
-- title_zh = "各地区目标合计低于总目标"
-- title_en = "the regions' targets fall short of the whole"
-- reason_zh = "分地区的目标之和低于总目标，总目标无法完成。"
-- reason_en = "Where the regions' targets sum to less, the whole cannot be reached."
-- message_zh = "指标“{name}”的总目标为 {stated_value}，{regions} 个地区的目标合计 {regional}{unit}，低于总目标。请核实是否有地区缺漏，或分解不足。"
-- message_en = "The target of '{name}' is {stated_value}; those of {regions} regions sum to {regional} {unit}. Please ask whether a region is missing or too little was passed down."
-- basis = "财预〔2015〕163号《中央对地方专项转移支付绩效目标管理暂行办法》：整体绩效目标与区域绩效目标相衔接"
-- stages = ["target"]
-- needs = ["regions"]
-- [parameters.tolerance]
-- default = 0.001
-- zh = "允许的相对误差"
-- en = "relative tolerance"
WITH whole AS (
  SELECT g.table_id, g.indicator_id, p.folded, p.fiscal_year, i.bare, g.level2, g.measure, g.per, g.low, p.scope,
    number(g.value) AS value, g.unit
  FROM project AS p JOIN planned AS g ON g.table_id = p.table_id JOIN indicator AS i ON i.indicator_id = g.indicator_id
  WHERE p.stage = 'target' AND g.kind = 'comparison' AND g.comparator IN ('>=', '>', '=') AND g.change IS NULL AND g.area = ''
    AND g.direction IS NOT 'lower' AND g.measure IS NOT NULL AND i.joined IS NULL
    -- What can be added up over regions; shares, times and costs per unit cannot.
    AND (g.dimension LIKE 'count:%' OR g.dimension IN ('persons', 'person_times', 'length', 'area', 'volume', 'mass', 'money'))
    AND g.per IS NULL),
share AS (
  SELECT w.indicator_id, g.low FROM whole AS w
  JOIN project AS c ON c.folded = w.folded AND c.fiscal_year = w.fiscal_year AND c.scope = 'region' AND c.stage = 'target'
    AND c.table_id <> w.table_id
  JOIN indicator AS i ON i.table_id = c.table_id AND i.bare = w.bare AND i.level2 IS w.level2 AND i.area = ''
  JOIN planned AS g ON g.table_id = c.table_id AND g.indicator_id = i.indicator_id
    AND g.kind = 'comparison' AND g.measure = w.measure AND g.per IS NULL
  WHERE w.scope = 'project'
  UNION ALL
  SELECT w.indicator_id, g.low FROM whole AS w
  JOIN indicator AS i ON i.table_id = w.table_id AND i.bare = w.bare AND i.level2 IS w.level2 AND i.area <> ''
  JOIN planned AS g ON g.table_id = w.table_id AND g.indicator_id = i.indicator_id
    AND g.kind = 'comparison' AND g.measure = w.measure AND g.per IS NULL)
SELECT w.table_id, w.indicator_id, count(*) AS regions, 
  -- In the unit of the target: 亩 beside 亩.
  plain(sum(s.low) * CASE WHEN w.value > 0 THEN w.value / w.low ELSE 1 END) AS regional,
  CASE WHEN w.value > 0 THEN w.unit ELSE w.measure END AS unit
FROM whole AS w JOIN share AS s USING (indicator_id)
GROUP BY w.indicator_id
HAVING count(*) >= 2 AND count(s.low) = count(*) AND sum(s.low) < max(w.low) * (1 - :tolerance)
