-- code = "R82"
-- severity = "low"
-- title_zh = "目标低于上年"
-- title_en = "a target lower than the year before"
-- reason_zh = "正向指标的目标低于上年，应当有理由。"
-- reason_en = "A lower target where more is better needs a reason."
-- message_zh = "指标“{name}”本年目标为 {stated_value}，低于上年（{last_source}）的 {last_value}。请核实下调的理由。"
-- message_en = "The target of '{name}' is {stated_value}, below {last_value} the year before ({last_source}). Please ask why."
-- basis = "财预〔2021〕101号《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》：指标值应当参考历史值"
-- stages = ["target"]
-- needs = ["last_year"]
SELECT g.table_id, g.indicator_id, o.stated_value AS last_value, b.source AS last_source
FROM project AS p JOIN project AS b ON b.lineage = p.lineage AND b.fiscal_year = p.fiscal_year - 1 AND b.stage = 'target'
JOIN planned AS g ON g.table_id = p.table_id AND g.kind = 'comparison' AND g.direction = 'higher'
JOIN indicator AS i ON i.indicator_id = g.indicator_id
JOIN indicator AS o ON o.table_id = b.table_id AND o.bare = i.bare AND o.period = i.period AND o.area = i.area AND o.level2 IS i.level2
JOIN planned AS h ON h.table_id = b.table_id AND h.indicator_id = o.indicator_id AND h.kind = 'comparison'
WHERE p.stage = 'target' AND i.joined IS NULL AND o.joined IS NULL AND g.measure IS h.measure AND g.per IS h.per
  AND g.change IS h.change AND (g.measure IS NOT NULL OR g.unit = h.unit)
  AND g.comparator IN ('>=', '>', '=', 'range', '~') AND g.low < h.low
  -- What grew tenfold or shrank to a tenth is asked by R81.
  AND NOT (g.low > 0 AND h.low / g.low > 10)
  AND 1 = (SELECT count(*) FROM planned AS n WHERE n.table_id = g.table_id AND n.indicator_id = g.indicator_id)
  AND 1 = (SELECT count(*) FROM planned AS n WHERE n.table_id = h.table_id AND n.indicator_id = h.indicator_id)
  -- Of several of one name nobody can say which was which.
  AND 1 = (SELECT count(*) FROM indicator AS n WHERE n.table_id = i.table_id AND n.bare = i.bare
    AND n.period = i.period AND n.area = i.area AND n.level2 IS i.level2)
  AND 1 = (SELECT count(*) FROM indicator AS n WHERE n.table_id = o.table_id AND n.bare = o.bare
    AND n.period = o.period AND n.area = o.area AND n.level2 IS o.level2)
