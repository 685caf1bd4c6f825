-- code = "R92"
-- severity = "review"
-- title_zh = "文件中读不懂的值较多"
-- title_en = "many values of a document could not be read"
-- reason_zh = "读不懂的值或不认识的单位较多，应当先核对原件再下结论。"
-- reason_en = "Where many values or units are unknown, look at the original before concluding anything."
-- message_zh = "该文件 {values} 个目标值中有 {strange} 个读不懂或单位不认识（{share}%），如“{example}”。请先核对原件。"
-- message_en = "Of {values} values in this document {strange} could not be read or have an unknown unit ({share} %), such as '{example}'. Please look at the original first."
-- basis = "导入核对：读不懂的值"
-- stages = ["target", "adjust", "selfeval", "monitor"]
-- needs = ["indicators"]
-- [parameters.most]
-- default = 0.05
-- zh = "最大比例"
-- en = "largest share"
-- [parameters.least]
-- default = 2
-- zh = "最少个数"
-- en = "fewest values"
WITH read AS (
  SELECT p.source_id, p.table_id, g.text, g.kind = 'unparsed' OR g.kind = 'comparison' AND g.unit <> '' AND g.measure IS NULL AS is_strange
  FROM planned AS g JOIN project AS p USING (table_id) WHERE g.kind <> 'blank')
SELECT min(table_id) AS table_id, count(*) AS "values", sum(is_strange) AS strange,
  plain(round(100.0 * avg(is_strange), 1)) AS share, max(CASE WHEN is_strange THEN text END) AS example
FROM read GROUP BY source_id
HAVING avg(is_strange) > :most AND sum(is_strange) >= :least
