-- code = "R30"
-- severity = "medium"
-- title_zh = "同一项目内指标重复"
-- title_en = "an indicator stands twice"
-- reason_zh = "同名指标重复出现，目标可能互相矛盾或重复计分。"
-- reason_en = "An indicator that stands twice may contradict itself or count twice."
-- message_zh = "指标“{name}”在同一表中出现 {times} 次（指标值：{values}）。请核实是否重复填列。"
-- message_en = "The indicator '{name}' stands {times} times in the table (values: {values}). Please ask whether it was entered twice."
-- basis = "财预〔2015〕88号《中央部门预算绩效目标管理办法》：绩效目标应当指向明确"
-- needs = ["indicators"]
SELECT i.table_id, min(i.indicator_id) AS indicator_id, count(*) AS times,
  group_concat(coalesce(i.stated_value, ''), '、') AS "values"
FROM indicator AS i
WHERE i.is_usable AND NOT level_name(i.name)
GROUP BY i.table_id, i.period, i.area, i.level1, i.level2, coalesce(i.parent, ''), i.folded
HAVING count(*) > 1 AND count(DISTINCT coalesce(i.description, '')) = 1
