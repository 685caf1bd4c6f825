-- code = "R70"
-- severity = "medium"
-- title_zh = "满意度目标偏低"
-- title_en = "satisfaction target is low"
-- reason_zh = "满意度目标低于通常要求，难以反映服务对象的真实评价。"
-- reason_en = "A satisfaction target below what is usually required says little about those who are served."
-- message_zh = "满意度指标“{name}”的目标为 {stated_value}，低于 {least}%。请核实这一取值的依据。"
-- message_en = "The satisfaction target of '{name}' is {stated_value}, below {least} %. Please ask what it rests on."
-- basis = "财预〔2021〕101号指引：满意度指标按调查结果取值；各地审核要点多要求不低于80%、85%或90%"
-- needs = ["satisfaction"]
-- [parameters.least]
-- default = 80
-- zh = "最低满意度（%）"
-- en = "lowest satisfaction (%)"
SELECT g.table_id, g.indicator_id, plain(:least) AS least
FROM planned AS g
WHERE g.is_satisfaction AND g.is_main AND g.kind = 'comparison' AND g.measure = '%' AND g.change IS NULL AND g.direction IS NOT 'lower'
  AND coalesce(g.low, g.high) < :least
