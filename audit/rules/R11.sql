-- code = "R11"
-- severity = "medium"
-- title_zh = "定性指标占比过高"
-- title_en = "most indicators are words"
-- reason_zh = "定性指标过多，结果难以客观评价。"
-- reason_en = "Where most targets are words, results are hard to judge."
-- message_zh = "{indicators} 个有值的指标中 {qualitative} 个是定性的，占 {share}%，超过 {most}%。请核实能否量化。"
-- message_en = "Of {indicators} indicators with values {qualitative} are words, {share} %, more than {most} %. Please ask whether they can be counted."
-- basis = "财预〔2015〕88号《中央部门预算绩效目标管理办法》：绩效目标应当细化量化；比例为各地审核要点的常见要求（定量50%—70%以上）"
-- stages = ["target", "selfeval"]
-- needs = ["indicators"]
-- [parameters.most]
-- default = 0.5
-- zh = "定性指标的最大占比"
-- en = "largest share of indicators in words"
-- [parameters.from_count]
-- default = 3
-- zh = "指标少于此数的表不评"
-- en = "tables with fewer indicators are not judged"
WITH worded AS (
  SELECT g.table_id, g.indicator_id, min(g.kind = 'statement') AS is_worded
  FROM planned AS g WHERE g.is_main AND g.kind <> 'blank' AND NOT g.is_execution
  GROUP BY g.table_id, g.indicator_id)
SELECT table_id, count(*) AS indicators, sum(is_worded) AS qualitative, plain(round(100.0 * avg(is_worded), 1)) AS share,
  plain(100.0 * :most) AS most
FROM worded GROUP BY table_id HAVING count(*) >= :from_count AND avg(is_worded) > :most
