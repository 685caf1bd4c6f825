-- code = "R04"
-- severity = "high"
-- title_zh = "没有效益指标"
-- title_en = "no benefit indicator"
-- reason_zh = "没有效益指标，无法判断项目带来什么。"
-- reason_en = "Without a benefit indicator nobody can tell what comes of the project."
-- message_zh = "该表没有有值的效益指标。请核实项目的预期效益。"
-- message_en = "The table has no benefit indicator with a value. Please ask what the project is expected to bring."
-- basis = "财预〔2015〕88号《中央部门预算绩效目标管理办法》：完整性审核；财预〔2021〕101号《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》：效益指标"
-- stages = ["target", "selfeval"]
-- needs = ["indicators", "levels"]
-- [parameters.exempt]
-- default = ["人员经费", "工资", "社保", "社会保险", "公积金", "津贴", "补贴发放", "离退休", "养老金", "遗属", "公用经费"]
-- zh = "项目名称含这些词的表不适用"
-- en = "tables whose project name holds one of these are left out"
SELECT p.table_id
FROM project AS p
WHERE NOT EXISTS (
    SELECT 1 FROM indicator AS i
    WHERE i.table_id = p.table_id AND i.level1 = '效益指标' AND i.is_usable AND i.period = p.period)
