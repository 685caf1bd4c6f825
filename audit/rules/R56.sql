-- code = "R56"
-- severity = "medium"
-- title_zh = "大幅超额或扣分而无说明"
-- title_en = "far above target, or points lost, without a word"
-- reason_zh = "超额完成较多可能是目标过低，扣分应当说明原因。"
-- reason_en = "A result far above its target may mean a low target, and lost points need a reason."
-- message_zh = "指标“{name}”{what}（目标 {stated_value}，实际 {actual}），没有说明原因。请核实目标是否偏低，或偏差的原因。"
-- message_en = "The indicator '{name}' {what_en} (target {stated_value}, result {actual}) without a reason. Please ask whether the target was too low, or why it was missed."
-- basis = "财预〔2020〕10号《项目支出绩效评价管理办法》：偏差较大的应当分析原因"
-- stages = ["selfeval"]
-- needs = ["actuals", "deviation_place"]
-- [parameters.over]
-- default = 0.3
-- zh = "须说明的超额比例"
-- en = "share above target that needs a reason"
SELECT i.table_id, i.indicator_id, 'over' AS part, '超额完成 ' || plain(round(100 * (a.got / a.aimed - 1), 1)) || '%' AS what,
  'exceeds its target by ' || plain(round(100 * (a.got / a.aimed - 1), 1)) || ' %' AS what_en, i.stated_actual AS actual
FROM achieved AS a JOIN indicator AS i USING (indicator_id)
WHERE a.status = 'met' AND a.comparator IN ('>=', '>', '=') AND a.aimed > 0 AND a.got > (1 + :over) * a.aimed
  AND i.direction IS NOT 'lower' AND i.deviation IS NULL
UNION ALL
SELECT i.table_id, i.indicator_id, 'lost', '扣 ' || plain(round(i.weight * p.score_scale - i.score, 2)) || ' 分',
  'lost ' || plain(round(i.weight * p.score_scale - i.score, 2)) || ' points', coalesce(i.stated_actual, '')
FROM indicator AS i JOIN project AS p USING (table_id)
WHERE i.score < i.weight * p.score_scale - 0.005 AND i.deviation IS NULL
