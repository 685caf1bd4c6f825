-- code = "R42"
-- severity = "medium"
-- title_zh = "目标不可能超过或没有约束力"
-- title_en = "a bound that cannot be passed or binds nothing"
-- reason_zh = "有上限的比率写≥100%只能等于100%，≥0则任何结果都算完成。"
-- reason_en = "A share can be no more than 100 %, and everything is ≥ 0."
-- message_zh = "指标“{name}”的目标为 {stated_value}，{why}。请核实目标值和符号。"
-- message_en = "The target of '{name}' is {stated_value}: {why_en}. Please check value and sign."
-- basis = "财预〔2015〕88号《中央部门预算绩效目标管理办法》：绩效目标应当合理可行"
-- needs = ["indicators"]
-- [parameters.shares]
-- default = ["率", "比例", "占比", "覆盖面", "满意度", "知晓度", "度"]
-- zh = "以这些词结尾的指标是不超过100%的比率"
-- en = "names that end so are shares of at most 100 %"
-- [parameters.may_exceed]
-- default = ["增长", "增幅", "增速", "提高", "提升", "完成率", "执行率", "控制率", "收益率", "回报率", "利用率", "负债率", "周转率", "倍", "超额", "自给率", "保值增值", "偿债", "杠杆", "到位率", "产销率", "履约"]
-- zh = "名称含这些词的可以超过100%"
-- en = "names with these words may exceed 100 %"
WITH bound AS (
  SELECT g.*, g.measure IS '%' AND EXISTS (SELECT 1 FROM json_each(:shares) AS w WHERE g.name LIKE '%' || w.value)
    AND NOT EXISTS (SELECT 1 FROM json_each(:may_exceed) AS w WHERE instr(g.name, w.value) > 0) AS is_share
  FROM planned AS g
  WHERE g.kind = 'comparison' AND g.change IS NULL AND g.basis IS NULL AND coalesce(g.joined, '') <> 'or'
    -- What can be wrong at all, before any word is looked for.
    AND (g.low = 0 AND g.comparator = '>=' OR g.measure = '%' AND (g.low >= 100 OR g.high >= 100)) AND has_digit(g.text))
SELECT table_id, indicator_id,
  CASE WHEN comparator IN ('>=', '>') AND low <= 0 THEN '任何结果都满足' WHEN comparator = '<=' THEN '任何结果都满足'
    WHEN comparator = '=' THEN '该比率不可能超过100%' ELSE '该比率最高只能是100%' END AS why,
  CASE WHEN comparator IN ('>=', '>') AND low <= 0 THEN 'every result meets it' WHEN comparator = '<=' THEN 'every result meets it'
    WHEN comparator = '=' THEN 'a share cannot exceed 100 %' ELSE 'a share can be 100 % at most' END AS why_en
FROM bound
WHERE comparator = '>=' AND low = 0 AND high IS NULL AND measure IS NOT NULL
  OR is_share AND direction IS NOT 'lower' AND comparator IN ('>=', '>') AND low >= 100
  -- 292% is perhaps a misread ≥92%, which R90 asks.
  OR is_share AND comparator = '=' AND low > 100 AND NOT (low >= 200 AND low < 300)
  OR is_share AND direction = 'lower' AND comparator = '<=' AND high >= 100
