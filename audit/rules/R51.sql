-- code = "R51"
-- severity = "low"
-- title_zh = "一级指标权重偏离常规"
-- title_en = "weights of level 1 off the usual split"
-- reason_zh = "一级指标权重一般为产出50、效益30、满意度10，或成本20、产出40、效益20、满意度10，另有预算执行10。"
-- reason_en = "The usual split is output 50, benefit 30, satisfaction 10, or cost 20, output 40, benefit 20, satisfaction 10, and execution 10."
-- message_zh = "{level}权重合计为 {weight}，通常为 {usual}。请核实权重设置的理由。"
-- message_en = "The weights of {level} sum to {weight}, usually {usual}. Please ask for the reason."
-- basis = "财预〔2021〕101号《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》：一级指标权重设置；财预〔2020〕10号《项目支出绩效评价管理办法》"
-- stages = ["target", "selfeval"]
-- scopes = ["project", "region"]
-- needs = ["weights", "levels"]
-- [parameters.output]
-- default = [40, 50]
-- zh = "产出指标的常规权重"
-- en = "usual weights of outputs"
-- [parameters.benefit]
-- default = [20, 30, 40]
-- zh = "效益指标的常规权重"
-- en = "usual weights of benefits"
-- [parameters.satisfaction]
-- default = [10]
-- zh = "满意度指标的常规权重"
-- en = "usual weights of satisfaction"
-- [parameters.cost]
-- default = [20]
-- zh = "成本指标的常规权重"
-- en = "usual weights of costs"
WITH weighed AS (
  SELECT i.table_id, i.level1, i.parent, i.is_execution, i.area, i.weight * p.weight_scale AS weight,
    min(i.area) OVER (PARTITION BY i.table_id) AS first_area
  FROM indicator AS i JOIN project AS p USING (table_id)
  WHERE i.weight IS NOT NULL AND i.period = p.period),
level AS (
  SELECT table_id, level1, sum(weight) AS weight, sum(sum(weight)) OVER (PARTITION BY table_id) AS whole
  FROM weighed WHERE parent IS NULL AND area = first_area GROUP BY table_id, level1)
SELECT l.table_id, l.level1 AS level, l.level1 AS part, plain(round(l.weight, 2)) AS weight,
  replace(replace(replace(u.usual, '[', ''), ']', ''), '"', '') AS usual
FROM level AS l JOIN (
  SELECT '产出指标' AS level1, :output AS usual UNION ALL SELECT '效益指标', :benefit
  UNION ALL SELECT '满意度指标', :satisfaction UNION ALL SELECT '成本指标', :cost) AS u USING (level1)
JOIN project AS p USING (table_id)
WHERE (abs(l.whole - 100) <= 0.1 OR abs(l.whole - 90) <= 0.1)
  AND NOT EXISTS (SELECT 1 FROM json_each(u.usual) AS x WHERE abs(x.value - l.weight) <= 0.1)
  -- Where nothing counts the execution, its 10 went to the outputs.
  AND NOT (l.level1 = '产出指标' AND abs(l.weight - 60) <= 0.1 AND abs(l.whole - 100) <= 0.1 AND p.execution_weight IS NULL)
