-- code = "R03"
-- severity = "high"
-- title_zh = "没有成本指标"
-- title_en = "no cost indicator"
-- reason_zh = "没有成本指标，无法判断花多少钱办多少事。"
-- reason_en = "Without a cost indicator nobody can tell what the results may cost."
-- message_zh = "该表没有有值的成本指标（一级成本指标，或产出指标下的成本指标）。请核实成本如何控制。"
-- message_en = "The table has no cost indicator with a value, at level 1 or under outputs. Please ask how costs are kept in check."
-- basis = "财预〔2021〕101号《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》：成本指标；财预〔2015〕88号《中央部门预算绩效目标管理办法》：产出指标含成本指标"
-- stages = ["target", "selfeval"]
-- needs = ["indicators", "levels", "cost_place"]
-- [parameters.exempt]
-- default = ["涉密", "保密", "债务", "还本付息", "偿债", "付息", "偿还"]
-- zh = "项目名称含这些词的表不适用"
-- en = "tables whose project name holds one of these are left out"
SELECT p.table_id
FROM project AS p
WHERE NOT EXISTS (
    SELECT 1 FROM indicator AS i WHERE i.table_id = p.table_id AND i.is_cost AND i.is_usable AND i.period = p.period)
