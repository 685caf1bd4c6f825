-- code = "R55"
-- severity = "medium"
-- title_zh = "全部实际值与目标值相同"
-- title_en = "every result equals its target"
-- reason_zh = "所有指标的实际完成值都与目标值一字不差，可能没有实际测量。"
-- reason_en = "Where every result is its target to the letter, perhaps nothing was measured."
-- message_zh = "{indicators} 个指标的实际完成值全部与目标值相同。请核实完成值的来源和佐证材料。"
-- message_en = "All {indicators} results equal their targets. Please ask for the sources and the evidence."
-- basis = "财预〔2020〕10号《项目支出绩效评价管理办法》：自评结果应当客观真实"
-- stages = ["selfeval"]
-- needs = ["actuals"]
-- [parameters.least]
-- default = 5
-- zh = "指标少于此数的表不评"
-- en = "tables with fewer indicators are not judged"
SELECT i.table_id, count(*) AS indicators
FROM indicator AS i LEFT JOIN achieved AS a USING (indicator_id)
WHERE says(i.stated_actual) AND i.is_usable AND NOT i.is_execution
GROUP BY i.table_id
HAVING count(*) >= :least AND min(i.reached = i.said OR coalesce(a.status = 'met' AND a.margin = '0' AND a.parts = 1, 0))
