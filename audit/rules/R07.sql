-- code = "R07"
-- severity = "medium"
-- title_zh = "有指标名称而没有指标值"
-- title_en = "a name without a value"
-- reason_zh = "公开的表中有名称而无目标值的指标，无法考核。"
-- reason_en = "An indicator that was published without a value cannot be judged."
-- message_zh = "指标“{name}”没有目标值（原文：“{written}”）。请核实是漏填，还是模板未删。"
-- message_en = "The indicator '{name}' has no target value (as written: '{written}'). Please ask whether it was left out or is a rest of the form."
-- basis = "财预〔2015〕88号《中央部门预算绩效目标管理办法》：绩效目标应当细化量化"
-- needs = ["indicators"]
SELECT i.table_id, i.indicator_id, coalesce(i.stated_value, '') AS written
FROM indicator AS i
WHERE NOT i.is_usable AND NOT i.is_not_applicable AND i.area = '' AND i.parent IS NULL AND says(i.name)
  -- Beside another period the blank one states nothing.
  AND NOT EXISTS (
    SELECT 1 FROM indicator AS o
    WHERE o.table_id = i.table_id AND o.bare = i.bare AND o.period <> i.period AND o.is_usable)
