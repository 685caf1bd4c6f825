-- code = "R33"
-- severity = "medium"
-- title_zh = "三级指标只写了层级名称"
-- title_en = "the name is only that of a level"
-- reason_zh = "三级指标名称与二级指标名称相同，看不出考核什么。"
-- reason_en = "A level-3 name that repeats its level 2 does not say what is measured."
-- message_zh = "三级指标名称“{name}”只是层级名称。请核实该指标具体考核什么内容、由谁评价。"
-- message_en = "The indicator's name '{name}' is only that of a level. Please ask what exactly is measured, and by whom."
-- basis = "财预〔2015〕88号：绩效目标应当指向明确、细化量化"
-- needs = ["indicators"]
SELECT i.table_id, i.indicator_id
FROM indicator AS i
WHERE i.is_usable AND NOT i.is_execution AND level_name(i.name)
