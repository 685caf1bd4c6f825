-- code = "R22"
-- severity = "high"
-- title_zh = "分项成本合计超过预算"
-- title_en = "costs add up to more than the budget"
-- reason_zh = "分项成本之和不应超过项目预算。"
-- reason_en = "The parts of the cost should not exceed the budget."
-- message_zh = "{parts} 项分项成本合计 {cost}，超过表中预算 {budget}。请核实是否重复计列，或预算不足。"
-- message_en = "{parts} costs add up to {cost}, above the table's budget of {budget}. Please ask whether some are counted twice."
-- basis = "财预〔2015〕88号《中央部门预算绩效目标管理办法》：适当性审核，绩效目标与预算相匹配"
-- needs = ["budget", "costs"]
-- [parameters.tolerance]
-- default = 0.005
-- zh = "允许的相对误差"
-- en = "relative tolerance"
SELECT g.table_id, count(*) AS parts, yuan(sum(coalesce(g.high, g.low))) AS cost, yuan(g.total) AS budget
FROM planned AS g
WHERE g.is_cost AND g.kind = 'comparison' AND g.dimension = 'money' AND g.per IS NULL AND g.change IS NULL AND g.is_main AND g.total > 0 AND g.parent IS NULL AND g.comparator NOT IN ('>=', '>')
  AND coalesce(g.level2, '') NOT IN ('社会成本指标', '生态环境成本指标')
  AND NOT (g.name LIKE '%总%' OR g.name LIKE '%项目资金%' OR g.name LIKE '%项目经费%' OR g.name LIKE '%预算控制%' OR g.name LIKE '%项目预算%')
  AND NOT (g.name LIKE '%单%' OR g.name LIKE '%均%' OR g.name LIKE '%每%' OR g.name LIKE '%标准%' OR g.name LIKE '%节约%' OR g.name LIKE '%概算%' OR g.name LIKE '%总投资%')
  AND coalesce(g.high, g.low) < g.total * (1 - :tolerance)
GROUP BY g.table_id, g.area
HAVING count(*) >= 2 AND sum(coalesce(g.high, g.low)) > max(g.ceiling) * (1 + :tolerance)
