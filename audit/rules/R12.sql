-- code = "R12"
-- severity = "high"
-- title_zh = "指标值重复指标名称"
-- title_en = "the value repeats the name"
-- reason_zh = "指标值与名称或说明相同，等于没有目标。"
-- reason_en = "A value that repeats the name or its description is no target."
-- message_zh = "指标“{name}”的目标为“{stated_value}”，{how}。请核实具体要求达到什么水平。"
-- message_en = "The target of '{name}' is '{stated_value}': {how_en}. Please ask what level is to be reached."
-- basis = "财预〔2015〕88号《中央部门预算绩效目标管理办法》：绩效目标应当指向明确、细化量化"
-- needs = ["indicators"]
-- [parameters.more]
-- default = 4
-- zh = "指标值比名称最多多几个字仍算重复"
-- en = "so many characters more than the name still repeat it"
WITH stated AS (
  SELECT i.table_id, i.indicator_id, i.folded AS name, i.said, i.description, min(g.sense) AS sense
  FROM indicator AS i JOIN planned AS g USING (indicator_id)
  WHERE i.said IS NOT NULL AND length(i.said) >= 2 AND NOT i.has_grades
  GROUP BY i.indicator_id
  -- A grade or a yes is what such a name asks for.
  HAVING min(g.kind = 'statement' AND g.sense IN ('trend', 'text', 'reference', 'boolean')))
SELECT table_id, indicator_id,
  CASE WHEN said = name THEN '与名称相同' WHEN said = description THEN '与说明相同' ELSE '只是名称中的词' END AS how,
  CASE WHEN said = name THEN 'it is the name' WHEN said = description THEN 'it is the description'
    ELSE 'it says no more than the name' END AS how_en,
  CASE WHEN said IN (name, description) THEN 'high' ELSE 'review' END AS severity
FROM stated
WHERE said = name OR said = description
  OR sense IN ('trend', 'text') AND (instr(name, said) > 0 OR instr(said, name) > 0 AND length(said) - length(name) <= :more)
