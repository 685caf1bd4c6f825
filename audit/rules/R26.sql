-- code = "R26"
-- severity = "medium"
-- title_zh = "以支出金额作为效益"
-- title_en = "an amount to be spent stands as a benefit"
-- reason_zh = "效益指标写成金额上限，考核的是花了多少钱，不是取得什么效益。"
-- reason_en = "A cap on money under benefits measures what is spent, not what comes of it."
-- message_zh = "效益指标“{name}”的目标为 {stated_value}，是金额上限。请核实它是成本控制要求还是效益，是否应列入成本指标。"
-- message_en = "The benefit indicator '{name}' is a cap on money ({stated_value}). Please ask whether it is a cost and what the benefit is."
-- basis = "财预〔2021〕101号指引：成本指标与效益指标分列"
-- needs = ["levels"]
SELECT g.table_id, g.indicator_id, yuan(g.high) AS limit_of_money, yuan(g.total) AS budget
FROM planned AS g
WHERE g.level1 = '效益指标' AND g.kind = 'comparison' AND g.dimension = 'money' AND g.per IS NULL
  AND g.comparator IN ('<=', '<') AND coalesce(g.direction_stated, '') NOT LIKE '%正%'
  AND coalesce(g.change, '') <> 'decrease'
