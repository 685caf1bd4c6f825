-- code = "R53"
-- severity = "high"
-- title_zh = "预算执行率或其得分有误"
-- title_en = "the execution rate or its score is wrong"
-- reason_zh = "执行率应为执行数除以预算数，得分按执行率计算。"
-- reason_en = "The rate is execution by budget, and its score follows from it."
-- message_zh = "{what}：表中为 {stated}，按执行数 {executed}、预算数 {budget} 计算为 {computed}。请核实。"
-- message_en = "{what_en}: stated {stated}; execution {executed} of {budget} gives {computed}. Please check."
-- basis = "财预〔2020〕10号《项目支出绩效评价管理办法》：预算执行率10分，按执行率计分"
-- stages = ["selfeval"]
-- needs = ["execution"]
-- [parameters.rate_tolerance]
-- default = 0.5
-- zh = "执行率允许的误差（百分点）"
-- en = "tolerance of the rate (percentage points)"
-- [parameters.score_tolerance]
-- default = 0.1
-- zh = "得分允许的误差（分）"
-- en = "tolerance of the score (points)"
-- [parameters.names]
-- default = ["预算执行率", "资金执行率", "预算资金执行率", "项目预算执行率", "项目资金执行率", "年度预算执行率", "全年预算执行率"]
-- zh = "这些名称的指标是整个项目的执行率"
-- en = "indicators of these names are the execution rate of the whole project"
WITH carried AS (
  SELECT table_id, execution_budget AS budget, executed, executed / execution_budget AS ratio,
    -- A fraction where a percentage is meant: 0.95.
    CASE WHEN execution_rate <= 1.5 AND executed / execution_budget > 0.02 THEN 100 * execution_rate ELSE execution_rate END AS rate,
    execution_weight AS weight, execution_score AS score
  FROM project WHERE execution_budget > 0 AND executed IS NOT NULL)
SELECT table_id, 'rate' AS part, '预算执行率' AS what, 'execution rate' AS what_en, plain(rate) || '%' AS stated,
  yuan(executed) AS executed, yuan(budget) AS budget, plain(round(100 * ratio, 2)) || '%' AS computed
FROM carried WHERE abs(100 * ratio - rate) > :rate_tolerance
UNION ALL
SELECT table_id, 'score', '预算执行得分（分值 ' || plain(weight) || '）', 'score of the execution, of ' || plain(weight) || ' points',
  plain(score), yuan(executed), yuan(budget), plain(round(weight * min(ratio, 1), 2))
FROM carried WHERE weight > 0 AND abs(score - weight * min(ratio, 1)) > :score_tolerance
UNION ALL
SELECT c.table_id, 'indicator', '指标“' || i.name || '”的完成值', 'the result of "' || i.name || '"',
  plain(i.rate) || '%', yuan(c.executed), yuan(c.budget), plain(round(100 * c.ratio, 2)) || '%'
FROM carried AS c JOIN (
  SELECT a.table_id, i.name, CASE WHEN a.unit = '' AND a.low <= 1.5 THEN 100 * a.low ELSE a.low END AS rate
  FROM actual AS a JOIN indicator AS i USING (indicator_id)
  WHERE i.folded IN (SELECT value FROM json_each(:names)) AND a.kind = 'comparison' AND a.low = a.high AND coalesce(a.measure, '%') = '%'
    AND 1 = (SELECT count(*) FROM indicator AS n WHERE n.table_id = i.table_id AND n.is_execution)) AS i USING (table_id)
WHERE abs(100 * c.ratio - i.rate) > :rate_tolerance
