-- code = "R10"
-- severity = "high"
-- title_zh = "指标值是无法衡量的文字"
-- title_en = "a value that cannot be measured"
-- reason_zh = "既不是数，也不是等级、是否或标准的文字，完成与否无从判断。"
-- reason_en = "Words that are no number, grade, yes or standard leave open whether they were reached."
-- message_zh = "指标“{name}”的目标为“{stated_value}”，不是数量、等级、是否或标准。请核实如何衡量是否完成。"
-- message_en = "The target of '{name}' is '{stated_value}', which is no number, grade, yes or standard. Please ask how it is measured."
-- basis = "财预〔2015〕88号《中央部门预算绩效目标管理办法》：绩效目标应当细化量化，定性的应当可衡量"
-- needs = ["indicators"]
-- [parameters.shortest]
-- default = 3
-- zh = "更短的文字（健全、完备）视为等级"
-- en = "shorter words (健全) count as grades"
SELECT g.table_id, g.indicator_id
FROM planned AS g
WHERE g.kind = 'statement' AND NOT g.has_grades AND length(g.text) >= :shortest
  -- A value that is the name is asked by R12.
  AND fold(g.stated_value) <> g.folded
GROUP BY g.indicator_id
HAVING min(g.sense = 'text') AND count(*) = (SELECT count(*) FROM planned AS o WHERE o.table_id = g.table_id AND o.indicator_id = g.indicator_id)
