-- code = "R01"
-- severity = "high"
-- title_zh = "没有产出指标"
-- title_en = "no output indicators"
-- reason_zh = "绩效目标应当说明产出什么；没有产出指标，无法判断钱花在什么上。"
-- reason_en = "A target must say what is produced; without outputs nobody can tell what the money was for."
-- message_zh = "该表没有任何产出指标（有值的指标共 {usable} 个）。请核实是否漏填。"
-- message_en = "The table has no output indicator ({usable} indicators have values). Please ask whether they were left out."
-- basis = "财预〔2015〕88号《中央部门预算绩效目标管理办法》：完整性审核；财预〔2021〕101号《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》：产出指标"
-- stages = ["target", "selfeval"]
-- needs = ["indicators", "levels"]
SELECT p.table_id, p.usable
FROM project AS p
WHERE NOT EXISTS (SELECT 1 FROM indicator AS i WHERE i.table_id = p.table_id AND i.level1 = '产出指标')
