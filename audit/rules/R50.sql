-- code = "R50"
-- severity = "high"
-- title_zh = "权重合计不是100"
-- title_en = "weights do not sum to 100"
-- reason_zh = "权重合计应为100，含另列的预算执行率10分；不列预算执行率的为90。"
-- reason_en = "Weights sum to 100, with the 10 of the execution of the budget where they stand apart, or to 90 without them."
-- message_zh = "指标权重（分值）合计为 {sum_of_weights}{apart}，不是 {allowed}。请核实权重。"
-- message_en = "The weights sum to {sum_of_weights}{apart_en}, not to {allowed}. Please check the weights."
-- basis = "财预〔2020〕10号《项目支出绩效评价管理办法》、财预〔2021〕101号《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》：总分100分，预算执行率10分"
-- stages = ["target", "selfeval"]
-- needs = ["weights"]
-- [parameters.allowed]
-- default = [100, 90]
-- zh = "允许的合计"
-- en = "sums that are allowed"
-- [parameters.tolerance]
-- default = 0.1
-- zh = "允许的误差"
-- en = "tolerance"
-- [parameters.execution]
-- default = ["执行率", "执行进度", "支出率", "支出进度", "支付率", "支付进度", "资金使用率", "资金到位率", "预算完成率", "预算执行"]
-- zh = "名称含这些词的指标计入预算执行"
-- en = "indicators with these words in their names count the execution of the budget"
WITH weighed AS (
  SELECT i.table_id, i.level1, i.parent,
    i.is_execution OR EXISTS (SELECT 1 FROM json_each(:execution) AS w WHERE instr(i.name, w.value) > 0) AS is_execution, i.area, i.weight * p.weight_scale AS weight,
    min(i.area) OVER (PARTITION BY i.table_id) AS first_area
  FROM indicator AS i JOIN project AS p USING (table_id)
  WHERE i.weight IS NOT NULL AND i.period = p.period),
summed AS (
  SELECT table_id, sum(weight) FILTER (WHERE area = first_area OR area = '') AS of_all,
    sum(weight) FILTER (WHERE area = first_area) AS of_area,
    coalesce(sum(weight) FILTER (WHERE parent IS NULL AND (area = first_area OR area = '')), 0) AS of_top,
    coalesce(sum(weight) FILTER (WHERE is_execution AND (area = first_area OR area = '')), 0) AS of_execution
  FROM weighed GROUP BY table_id)
SELECT s.table_id, plain(round(s.of_top, 2)) AS sum_of_weights,
  coalesce('（另列预算执行 ' || plain(h.weight) || '）', '') AS apart,
  coalesce(' (and ' || plain(h.weight) || ' for the execution apart)', '') AS apart_en,
  (SELECT group_concat(plain(a.value), ' / ') FROM json_each(:allowed) AS a
    WHERE h.is_open OR a.value = (SELECT max(b.value) FROM json_each(:allowed) AS b)) AS allowed
FROM summed AS s JOIN (
  SELECT s.table_id,
    -- What the head counts apart, unless the indicators do.
    CASE WHEN s.of_execution = 0 AND p.execution_weight > 0 THEN
      p.execution_weight * CASE WHEN p.execution_weight <= 1 THEN p.weight_scale ELSE 1 END END AS weight,
    -- Less than all is enough only where nothing counts the execution, and no table of results shows it without points.
    s.of_execution = 0 AND coalesce(p.execution_weight, 0) = 0
      AND NOT (p.stage = 'selfeval' AND coalesce(p.execution_rate, p.executed) IS NOT NULL AND p.execution_score IS NULL) AS is_open
  FROM summed AS s JOIN project AS p USING (table_id)) AS h USING (table_id)
WHERE NOT EXISTS (
  -- Rows of 其中 may carry weights of their own or share that of the row above.
  SELECT 1 FROM json_each(:allowed) AS a, json_each(json_array(s.of_all, s.of_area, s.of_top)) AS x
  WHERE abs(x.value + coalesce(h.weight, 0) - a.value) <= :tolerance
    AND (h.is_open OR a.value = (SELECT max(b.value) FROM json_each(:allowed) AS b)))
