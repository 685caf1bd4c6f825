-- code = "R25"
-- severity = "medium"
-- title_zh = "没有预算金额"
-- title_en = "no budget"
-- reason_zh = "没有金额的绩效目标无法与预算匹配。"
-- reason_en = "A target without money cannot be held against a budget."
-- message_zh = "该表没有预算金额，或金额为零。请核实预算安排。"
-- message_en = "The table states no budget, or zero. Please ask for the budget."
-- basis = "财预〔2015〕88号《中央部门预算绩效目标管理办法》：绩效目标与预算相匹配"
-- stages = ["target", "selfeval"]
-- needs = ["indicators", "money_place"]
SELECT p.table_id, coalesce(yuan(p.total), '') AS budget
FROM project AS p
WHERE coalesce(p.total, 0) = 0 AND coalesce(p.ceiling, 0) = 0
