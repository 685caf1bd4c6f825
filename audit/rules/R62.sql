-- code = "R62"
-- severity = "medium"
-- title_zh = "完成时间超过一年"
-- title_en = "a duration longer than the year"
-- reason_zh = "年度项目的完成时间不应超过一年。"
-- reason_en = "A project of the year is done within a year."
-- message_zh = "时效指标“{name}”的目标为 {stated_value}，超过 {most} 个月。请核实当年应完成到什么程度。"
-- message_en = "The time for '{name}' is {stated_value}, longer than {most} months. Please ask what is to be done this year."
-- basis = "财预〔2015〕88号《中央部门预算绩效目标管理办法》：年度绩效目标反映当年预期"
-- needs = ["level2"]
-- [parameters.most]
-- default = 12
-- zh = "最长月数"
-- en = "most months"
-- [parameters.lasting]
-- default = ["使用年限", "寿命", "质保", "保修", "有效期", "服务期", "保质", "运行年限", "实施期", "项目周期"]
-- zh = "名称含这些词的指标不是完成时间"
-- en = "names with these words are no time to finish"
SELECT g.table_id, g.indicator_id, plain(:most) AS most
FROM planned AS g
WHERE g.level2 = '时效指标' AND g.kind = 'comparison' AND g.period = 'annual' AND g.trigger IS NULL AND g.per IS NULL
  AND (g.dimension = 'calendar_duration' AND coalesce(g.high, g.low) > :most
    OR g.dimension = 'duration' AND coalesce(g.high, g.low) > :most * 31 * 86400)
  AND g.comparator NOT IN ('>=', '>')
  AND NOT EXISTS (SELECT 1 FROM json_each(:lasting) AS w WHERE instr(g.name, w.value) > 0)
