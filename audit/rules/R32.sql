-- code = "R32"
-- severity = "high"
-- title_zh = "照搬上年指标和目标"
-- title_en = "copied from the year before"
-- reason_zh = "全部指标和目标值与上年相同，说明目标没有按当年任务编制。"
-- reason_en = "Where all indicators and targets are those of the year before, nobody set targets for this year."
-- message_zh = "{same} 个指标及其目标与上年（{last_source}）完全相同，占本年 {indicators} 个指标的 {share}%。请核实当年目标如何确定。"
-- message_en = "{same} indicators and targets are those of the year before ({last_source}), {share} % of this year's {indicators}. Please ask how this year's targets were set."
-- basis = "财预〔2015〕88号《中央部门预算绩效目标管理办法》：可行性审核，绩效目标应当经过调查研究和科学论证"
-- stages = ["target"]
-- needs = ["indicators", "last_year"]
-- [parameters.least]
-- default = 3
-- zh = "最少相同指标个数"
-- en = "fewest equal indicators"
-- [parameters.share]
-- default = 0.8
-- zh = "占本年指标的最小比例"
-- en = "smallest share of this year's indicators"
WITH pair AS (
  SELECT p.table_id, b.source AS last_source, i.indicator_id, max(i.said = o.said OR undated(i.stated_value) = undated(o.stated_value)) AS is_same
  FROM project AS p JOIN project AS b ON b.lineage = p.lineage AND b.fiscal_year = p.fiscal_year - 1 AND b.stage = 'target'
  JOIN indicator AS i ON i.table_id = p.table_id AND i.is_usable AND i.period = p.period AND NOT i.is_execution
  JOIN indicator AS o ON o.table_id = b.table_id AND o.bare = i.bare AND o.is_usable AND o.period = i.period
    AND o.area = i.area AND o.level2 IS i.level2
  GROUP BY p.table_id, b.table_id, i.indicator_id),
matched AS (
  SELECT table_id, last_source, count(*) AS matched, sum(is_same) AS same FROM pair GROUP BY table_id, last_source)
SELECT m.table_id, m.last_source, m.same, n.indicators, plain(round(100.0 * m.same / n.indicators, 1)) AS share
FROM matched AS m JOIN (
  SELECT i.table_id, count(*) AS indicators FROM indicator AS i JOIN project AS p USING (table_id)
  WHERE i.is_usable AND i.period = p.period AND NOT i.is_execution GROUP BY i.table_id) AS n USING (table_id)
WHERE m.same = m.matched AND m.same >= :least AND m.same >= :share * n.indicators
GROUP BY m.table_id
