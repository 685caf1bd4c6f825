-- code = "R14"
-- severity = "low"
-- title_zh = "数值没有单位"
-- title_en = "a number without a unit"
-- reason_zh = "没有单位的数不能比较，也不能核对。"
-- reason_en = "A number without a unit can neither be compared nor checked."
-- message_zh = "指标“{name}”的目标为 {stated_value}，没有单位{guess}。请核实单位。"
-- message_en = "The target of '{name}' is {stated_value}, without a unit{guess_en}. Please ask for the unit."
-- basis = "财预〔2015〕88号《中央部门预算绩效目标管理办法》：绩效目标应当细化量化"
-- needs = ["indicators"]
-- [parameters.plain_numbers]
-- default = ["指数", "系数", "PUE", "PH值", "酸碱度", "比值", "排名", "等级", "评级"]
-- zh = "名称含这些词的指标没有单位"
-- en = "names with these words have no unit"
SELECT g.table_id, g.indicator_id, coalesce('（推测为' || g.unit_inferred || '）', '') AS guess,
  coalesce(' (likely ' || g.unit_inferred || ')', '') AS guess_en
FROM planned AS g
WHERE g.kind = 'comparison' AND g.unit = '' AND g.value IS NOT NULL AND has_digit(g.text)
  AND NOT coalesce(says(g.stated_unit), 0) AND g.basis IS NULL AND g.value <> '0'
  -- A ratio has none, a formula says what it divides, an index is a plain number.
  AND NOT EXISTS (SELECT 1 FROM json_each(:plain_numbers) AS w WHERE instr(upper(g.name), w.value) > 0)
  AND g.text NOT LIKE '%:%' AND g.text NOT LIKE '%：%' AND g.text NOT LIKE '%/%'
