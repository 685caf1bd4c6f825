-- code = "R26"
-- severity = "medium"
-- title_zh = "以支出金额作为效益"
-- title_en = "an amount to be spent stands as a benefit"
-- reason_zh = "效益指标写成金额上限，考核的是花了多少钱，不是取得什么效益。"
-- reason_en = "A cap on money under benefits measures what is spent, not what comes of it."
-- message_zh = "效益指标“{name}”的目标为 {stated_value}，是金额上限。请核实它是否应列为成本指标，效益是什么。"
-- message_en = "The benefit indicator '{name}' is a cap on money ({stated_value}). Please ask whether it is a cost, and what the benefit is."
-- basis = "财预〔2021〕101号《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》：成本指标与效益指标分列"
-- needs = ["levels"]
SELECT g.table_id, g.indicator_id, yuan(g.high) AS cost, yuan(g.total) AS budget
FROM planned AS g
WHERE g.level1 = '效益指标' AND g.kind = 'comparison' AND g.dimension = 'money' AND g.comparator IN ('<=', '<')
  -- 降低…≤ is a change for the better, and a loss that is capped is a benefit.
  AND g.change IS NULL AND g.name NOT LIKE '%损失%' AND g.name NOT LIKE '%负债%' AND g.name NOT LIKE '%欠%'
