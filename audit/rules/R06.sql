-- code = "R06"
-- severity = "medium"
-- title_zh = "有效指标太少"
-- title_en = "too few indicators"
-- reason_zh = "指标太少，难以全面衡量项目的产出和效益。"
-- reason_en = "Few indicators cannot tell outputs and benefits in full."
-- message_zh = "该表有值的三级指标只有 {usable} 个，少于 {least} 个。请核实指标是否足以衡量项目。"
-- message_en = "Only {usable} indicators have values, fewer than {least}. Please ask whether they suffice."
-- basis = "财预〔2015〕88号《中央部门预算绩效目标管理办法》：完整性审核；个数为各地审核要点的常见要求"
-- stages = ["target", "selfeval"]
-- needs = ["indicators"]
-- [parameters.least]
-- default = 5
-- zh = "最少指标个数"
-- en = "fewest indicators"
SELECT p.table_id, plain(count(DISTINCT coalesce(i.level2, '') || i.folded)) AS usable, plain(:least) AS least
FROM project AS p JOIN indicator AS i ON i.table_id = p.table_id AND i.period = p.period
WHERE i.is_usable AND NOT i.is_execution
GROUP BY p.table_id
HAVING count(DISTINCT coalesce(i.level2, '') || i.folded) < :least
