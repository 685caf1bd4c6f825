-- code = "R21"
-- severity = "high"
-- title_zh = "单项成本超过预算"
-- title_en = "a single cost above the budget"
-- reason_zh = "任何一项成本都不应超过项目预算。"
-- reason_en = "No single cost should exceed the budget."
-- message_zh = "成本指标“{name}”为 {cost}，超过表中预算 {budget}。请核实金额和单位。"
-- message_en = "The cost indicator '{name}' is {cost}, above the table's budget of {budget}. Please check amount and unit."
-- basis = "财预〔2015〕88号《中央部门预算绩效目标管理办法》：适当性审核，绩效目标与预算相匹配"
-- needs = ["budget", "costs"]
-- [parameters.tolerance]
-- default = 0.005
-- zh = "允许的相对误差"
-- en = "relative tolerance"
SELECT g.table_id, g.indicator_id, yuan(coalesce(g.high, g.low)) AS cost, yuan(g.total) AS budget
FROM planned AS g
WHERE g.is_cost AND g.kind = 'comparison' AND g.dimension = 'money' AND g.per IS NULL AND g.change IS NULL AND g.is_main AND g.total > 0
  AND coalesce(g.level2, '') NOT IN ('社会成本指标', '生态环境成本指标')
  AND coalesce(g.high, g.low) > g.ceiling * (1 + :tolerance)
  -- What looks like 元 for 万元 is asked by R24.
  AND NOT (coalesce(g.high, g.low) / g.total BETWEEN 9000 AND 11000 OR coalesce(g.high, g.low) / g.total BETWEEN 0.00009 AND 0.00011)
