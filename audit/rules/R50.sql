-- code = "R50"
-- severity = "high"
-- title_zh = "权重合计不是100"
-- title_en = "weights do not sum to 100"
-- reason_zh = "权重合计应为100；预算执行率10分另列时为90。"
-- reason_en = "Weights sum to 100, or to 90 where the execution of the budget counts 10 by itself."
-- message_zh = "指标权重（分值）合计为 {sum_of_weights}，不是 {allowed}。请核实权重。"
-- message_en = "The weights sum to {sum_of_weights}, not to {allowed}. Please check the weights."
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
WITH weighed AS (
  SELECT i.table_id, i.level1, i.parent, i.is_execution, i.area, i.weight * p.weight_scale AS weight,
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
  (SELECT group_concat(plain(a.value), ' / ') FROM json_each(:allowed) AS a) AS allowed
FROM summed AS s JOIN project AS p USING (table_id)
WHERE NOT EXISTS (
  -- Rows of 其中 may carry weights of their own or share that of the row above; the head may count the execution apart.
  SELECT 1 FROM json_each(:allowed) AS a, json_each(json_array(s.of_all, s.of_area, s.of_top)) AS x
  WHERE abs(x.value - a.value) <= :tolerance OR abs(x.value + coalesce(p.execution_weight, 0) - a.value) <= :tolerance)
