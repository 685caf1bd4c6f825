-- code = "R24"
-- severity = "medium"
-- title_zh = "金额单位可能写错"
-- title_en = "money is perhaps in the wrong unit"
-- reason_zh = "成本与预算相差约一万倍，常是把元写成万元，或反之。"
-- reason_en = "A cost ten thousand times the budget, or a ten-thousandth, often has 元 and 万元 mixed up."
-- message_zh = "成本指标“{name}”为 {cost}，表中预算为 {budget}，相差约一万倍。请核实单位是元还是万元。"
-- message_en = "The cost indicator '{name}' is {cost}, the budget {budget}: about ten thousand times apart. Please ask whether 元 or 万元 is meant."
-- basis = "财预〔2015〕88号《中央部门预算绩效目标管理办法》：适当性审核，绩效目标与预算相匹配"
-- needs = ["budget", "costs"]
SELECT g.table_id, g.indicator_id, yuan(coalesce(g.high, g.low)) AS cost, yuan(g.total) AS budget
FROM planned AS g
WHERE g.is_cost AND g.kind = 'comparison' AND g.dimension = 'money' AND g.per IS NULL AND g.change IS NULL AND g.total > 0
  AND NOT (g.name LIKE '%单%' OR g.name LIKE '%均%' OR g.name LIKE '%每%' OR g.name LIKE '%标准%' OR g.name LIKE '%节约%' OR g.name LIKE '%概算%' OR g.name LIKE '%总投资%')
  AND (coalesce(g.high, g.low) / g.total BETWEEN 9000 AND 11000 OR coalesce(g.high, g.low) / g.total BETWEEN 0.00009 AND 0.00011)
