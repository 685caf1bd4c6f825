-- code = "R64"
-- severity = "low"
-- title_zh = "频次没有次数"
-- title_en = "a frequency without a count"
-- reason_zh = "只写每月、每季度而没有次数，完成与否无从计数。"
-- reason_en = "'Monthly' without a count leaves open how often."
-- message_zh = "指标“{name}”的目标为“{stated_value}”，没有次数。请核实每{every}应完成几次。"
-- message_en = "The target of '{name}' is '{stated_value}', without a count. Please ask how many times."
-- basis = "财预〔2015〕88号《中央部门预算绩效目标管理办法》：绩效目标应当细化量化"
-- needs = ["indicators"]
SELECT g.table_id, g.indicator_id, g.per AS every
FROM planned AS g
WHERE g.kind = 'comparison' AND g.per IS NOT NULL AND g.unit = '' AND g.unit_inferred = '次' AND NOT has_digit(g.text)
  AND g.text NOT LIKE '%一次%' AND g.text NOT LIKE '%两次%'
