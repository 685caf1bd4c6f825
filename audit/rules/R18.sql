-- code = "R18"
-- severity = "low"
-- title_zh = "目标值含糊"
-- title_en = "a hedged target"
-- reason_zh = "力争、左右、约等词使目标失去约束。"
-- reason_en = "Words such as about or striving for take the force out of a target."
-- message_zh = "指标“{name}”的目标“{stated_value}”含“{hedge}”。请核实确切的目标值。"
-- message_en = "The target of '{name}', '{stated_value}', is hedged by '{hedge}'. Please ask for the exact target."
-- basis = "财预〔2015〕88号《中央部门预算绩效目标管理办法》：绩效目标应当指向明确"
-- needs = ["indicators"]
SELECT g.table_id, g.indicator_id, g.hedge
FROM planned AS g
WHERE g.hedge IS NOT NULL AND g.hedge <> ''
