-- code = "R20"
-- severity = "high"
-- title_zh = "总成本与预算不一致"
-- title_en = "total cost and budget differ"
-- reason_zh = "项目总成本指标应当与预算金额一致，或不超过预算。"
-- reason_en = "The indicator of the total cost should agree with the budget."
-- message_zh = "总成本指标“{name}”为 {cost}，表中预算为 {budget}。请核实两者为何不同。"
-- message_en = "The total cost indicator '{name}' is {cost}, the budget of the table {budget}. Please ask why they differ."
-- basis = "财预〔2015〕88号《中央部门预算绩效目标管理办法》：适当性审核，绩效目标与预算相匹配"
-- needs = ["budget", "costs"]
-- [parameters.tolerance]
-- default = 0.005
-- zh = "允许的相对误差"
-- en = "relative tolerance"
SELECT g.table_id, g.indicator_id, yuan(coalesce(g.high, g.low)) AS cost, yuan(g.total) AS budget
FROM planned AS g
WHERE g.is_cost AND g.kind = 'comparison' AND g.dimension = 'money' AND g.per IS NULL AND g.change IS NULL AND g.is_main AND g.area = '' AND g.parent IS NULL AND g.total > 0
  AND (g.name LIKE '%总%' OR g.name LIKE '%项目资金%' OR g.name LIKE '%项目经费%' OR g.name LIKE '%预算控制%' OR g.name LIKE '%项目预算%')
  AND NOT (g.name LIKE '%单%' OR g.name LIKE '%均%' OR g.name LIKE '%每%' OR g.name LIKE '%标准%' OR g.name LIKE '%节约%' OR g.name LIKE '%概算%' OR g.name LIKE '%总投资%')
  AND abs(coalesce(g.high, g.low) - g.total) > :tolerance * g.total
  -- An amount of the head that it agrees with, such as the budget at the beginning of the year.
  AND NOT EXISTS (
    SELECT 1 FROM fund AS f
    WHERE f.table_id = g.table_id AND abs(f.amount - coalesce(g.high, g.low)) <= :tolerance * f.amount)
  -- The parts of a cost that agrees as a whole: 2300万元（中央1500万元、省800万元）.
  AND NOT EXISTS (
    SELECT 1 FROM planned AS o
    WHERE o.indicator_id = g.indicator_id AND abs(coalesce(o.high, o.low) - g.total) <= :tolerance * g.total)
  -- What looks like 元 for 万元 is asked by R24.
  AND NOT (coalesce(g.high, g.low) / g.total BETWEEN 9000 AND 11000 OR coalesce(g.high, g.low) / g.total BETWEEN 0.00009 AND 0.00011)
