-- code = "R08"
-- severity = "medium"
-- title_zh = "绩效目标缺失或过于简略"
-- title_en = "the goal is missing or says little"
-- reason_zh = "绩效目标是指标的依据；缺失、过短或照抄项目名称，指标便无所依据。"
-- reason_en = "Indicators rest on the goal; one that is missing, short or the project's name gives them nothing to rest on."
-- message_zh = "年度绩效目标{how}（原文：“{goal}”）。请核实项目的预期目标。"
-- message_en = "The goal for the year: {how_en} (as written: '{goal}'). Please ask what the project is to reach."
-- basis = "财预〔2015〕88号《中央部门预算绩效目标管理办法》：绩效目标应当指向明确"
-- stages = ["target", "selfeval"]
-- needs = ["indicators", "goal_place"]
-- [parameters.shortest]
-- default = 10
-- zh = "最短字数"
-- en = "fewest characters"
SELECT p.table_id, coalesce(p.goal, p.goal_midterm, '') AS goal,
  CASE WHEN NOT says(coalesce(p.goal, p.goal_midterm)) THEN '未填写'
    WHEN fold(coalesce(p.goal, p.goal_midterm)) = p.folded THEN '与项目名称相同' ELSE '过短' END AS how,
  CASE WHEN NOT says(coalesce(p.goal, p.goal_midterm)) THEN 'missing'
    WHEN fold(coalesce(p.goal, p.goal_midterm)) = p.folded THEN 'it is the name of the project' ELSE 'too short' END AS how_en
FROM project AS p
WHERE length(fold(coalesce(p.goal, p.goal_midterm, ''))) < :shortest
  OR fold(coalesce(p.goal, p.goal_midterm)) = p.folded
