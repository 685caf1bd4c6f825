-- code = "R05"
-- severity = "medium"
-- title_zh = "没有满意度指标"
-- title_en = "no satisfaction indicator"
-- reason_zh = "有服务对象的项目应当设置满意度指标；确无服务对象的可以不设。"
-- reason_en = "A project that serves somebody must ask them; one that serves nobody need not."
-- message_zh = "该表没有有值的满意度指标。请核实项目是否确无服务对象。"
-- message_en = "The table has no satisfaction indicator with a value. Please ask whether the project really serves nobody."
-- basis = "财预〔2021〕101号《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》：满意度指标，无服务对象的可不设"
-- stages = ["target", "selfeval"]
-- needs = ["indicators", "any_levels"]
-- [parameters.exempt]
-- default = ["涉密", "保密", "债务", "还本付息", "偿债", "付息", "偿还", "公用经费", "人员经费"]
-- zh = "项目名称含这些词的表不适用"
-- en = "tables whose project name holds one of these are left out"
SELECT p.table_id
FROM project AS p
WHERE NOT EXISTS (
    SELECT 1 FROM indicator AS i
    WHERE i.table_id = p.table_id AND i.is_usable AND i.period = p.period
      AND (i.is_satisfaction OR i.name LIKE '%满意度%' OR i.name LIKE '%满意率%'))
