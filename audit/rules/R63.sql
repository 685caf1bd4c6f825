-- code = "R63"
-- severity = "low"
-- title_zh = "项目完成时间以小时、分钟计"
-- title_en = "a project to be done within hours"
-- reason_zh = "项目完成时间不会是几小时或几分钟，可能单位有误。"
-- reason_en = "A project is not done within hours or minutes; the unit may be wrong."
-- message_zh = "指标“{name}”的目标为 {stated_value}，不足一天。请核实时间单位。"
-- message_en = "The time for '{name}' is {stated_value}, less than a day. Please check the unit."
-- basis = "财预〔2015〕88号《中央部门预算绩效目标管理办法》：绩效目标应当合理可行"
-- needs = ["indicators"]
-- [parameters.services]
-- default = ["单", "每", "平均", "响应", "办理", "审批", "审核", "审理", "预审", "检测", "处理", "处置", "维修", "修复", "抢修", "配送", "送达", "出具", "受理", "故障", "手术", "检验"]
-- zh = "名称含这些词的是服务时限"
-- en = "names with these words are times of a service"
SELECT g.table_id, g.indicator_id
FROM planned AS g
WHERE g.name LIKE '%完成时间%' AND g.kind = 'comparison' AND g.dimension = 'duration' AND coalesce(g.high, g.low) < 86400
  AND g.per IS NULL AND g.trigger IS NULL
  AND NOT EXISTS (SELECT 1 FROM json_each(:services) AS w WHERE instr(g.name, w.value) > 0)
