-- code = "R31"
-- severity = "low"
-- title_zh = "多个项目套用相同指标"
-- title_en = "the same indicator in many projects"
-- reason_zh = "许多项目的指标名称和目标值完全相同，可能是模板套用。"
-- reason_en = "Many projects with the very same indicator and target may have filled in a template."
-- message_zh = "指标“{name}”及其目标“{stated_value}”同年出现在 {projects} 个项目中，如：{examples}。请核实是否套用模板，能否体现项目特点。"
-- message_en = "The indicator '{name}' with the target '{stated_value}' stands in {projects} projects of the year, such as {examples}. Please ask whether it fits each of them."
-- basis = "财预〔2015〕88号《中央部门预算绩效目标管理办法》：相关性审核，绩效目标与项目内容相关"
-- stages = ["target"]
-- needs = ["indicators", "year"]
-- volatile = ["projects", "examples"]
-- [parameters.least]
-- default = 10
-- zh = "最少项目个数"
-- en = "fewest projects"
WITH same AS (
  SELECT p.fiscal_year, i.folded, i.said, count(DISTINCT p.lineage) AS projects, min(i.indicator_id) AS indicator_id,
    min(p.name) || '、' || max(p.name) AS examples
  FROM indicator AS i JOIN project AS p USING (table_id)
  WHERE i.is_usable AND NOT i.is_execution AND p.stage = 'target' AND p.fiscal_year IS NOT NULL AND i.period = p.period
    AND i.said <> ''
  GROUP BY p.fiscal_year, i.folded, i.said
  HAVING count(DISTINCT p.lineage) >= :least)
SELECT i.table_id, s.indicator_id, s.projects, s.examples
FROM same AS s JOIN indicator AS i USING (indicator_id)
