-- code = "R90"
-- severity = "review"
-- title_zh = "百分比像是把≥识别成了2"
-- title_en = "a percentage that may have been ≥"
-- reason_zh = "文字识别常把≥读成2：≥92%变成292%。"
-- reason_en = "Text recognition often reads ≥ as 2: ≥92% becomes 292%."
-- message_zh = "指标“{name}”的目标为 {stated_value}。请核对原件，是否为≥{instead}%。"
-- message_en = "The target of '{name}' is {stated_value}. Please look at the original: is it ≥{instead}%?"
-- basis = "导入核对：文字识别错误"
-- stages = ["target", "adjust", "selfeval", "monitor"]
-- needs = ["indicators"]
SELECT g.table_id, g.indicator_id, substr(g.value, 2) AS instead
FROM planned AS g
WHERE g.kind = 'comparison' AND g.measure = '%' AND NOT g.explicit AND g.comparator = '=' AND g.change IS NULL
  AND g.value GLOB '2[0-9][0-9]*' AND g.low >= 200 AND g.low < 300 AND g.name NOT LIKE '%增长%' AND g.name NOT LIKE '%增幅%'
