-- code = "R15"
-- severity = "medium"
-- title_zh = "单位自相矛盾"
-- title_en = "two units that contradict"
-- reason_zh = "指标值中的单位与单位栏不同，无法确定目标。"
-- reason_en = "The value names one unit and the unit column another."
-- message_zh = "指标“{name}”的指标值写“{stated_value}”，单位栏写“{unit_column}”，两者不同。请核实以哪个为准。"
-- message_en = "The value of '{name}' says '{stated_value}', its unit column '{unit_column}'. Please ask which one holds."
-- basis = "财预〔2015〕88号《中央部门预算绩效目标管理办法》：绩效目标应当指向明确"
-- needs = ["indicators"]
SELECT g.table_id, g.indicator_id, g.stated_unit AS unit_column, g.unit AS unit_of_value
FROM planned AS g
WHERE g.kind = 'comparison' AND g.unit <> '' AND says(g.stated_unit) AND g.change IS NULL
  AND fold(g.unit) <> fold(g.stated_unit)
  AND measure_of(g.unit) IS NOT NULL AND measure_of(g.stated_unit) IS NOT NULL
  AND measure_of(g.unit || coalesce('/' || g.per, '')) <> measure_of(g.stated_unit)
  AND measure_of(g.unit) <> measure_of(g.stated_unit)
  AND 1 = (SELECT count(*) FROM planned AS o WHERE o.table_id = g.table_id AND o.indicator_id = g.indicator_id)
