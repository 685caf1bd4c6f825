-- code = "R16"
-- severity = "low"
-- title_zh = "定量、定性与指标值不符"
-- title_en = "declared nature and value differ"
-- reason_zh = "声明为定量而没有数，或声明为定性而写了数。"
-- reason_en = "Declared quantitative without a number, or qualitative with one."
-- message_zh = "指标“{name}”标为{declared_nature}，目标却是“{stated_value}”。请核实指标性质或指标值。"
-- message_en = "The indicator '{name}' is declared {declared_nature}, but its target is '{stated_value}'. Please ask which one is meant."
-- basis = "财预〔2015〕88号《中央部门预算绩效目标管理办法》：绩效目标应当细化量化"
-- needs = ["indicators"]
SELECT g.table_id, g.indicator_id, g.nature AS declared_nature
FROM planned AS g
WHERE g.nature IS NOT NULL
GROUP BY g.indicator_id
HAVING g.nature = '定量' AND min(g.kind = 'statement') AND NOT max(has_digit(g.text))
  OR g.nature = '定性' AND max(g.kind = 'comparison' AND g.value IS NOT NULL AND has_digit(g.text))
