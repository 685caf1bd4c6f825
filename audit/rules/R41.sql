-- code = "R41"
-- severity = "medium"
-- title_zh = "声明的方向与运算符矛盾"
-- title_en = "declared direction and sign contradict"
-- reason_zh = "指标方向栏与计算符号不一致，完成与否会判反。"
-- reason_en = "Where direction and sign disagree, success is judged the wrong way round."
-- message_zh = "指标“{name}”声明为“{direction}”，目标却是 {stated_value}。请核实方向或符号。"
-- message_en = "The indicator '{name}' is declared '{direction}', but the target is {stated_value}. Please check direction and sign."
-- basis = "预算管理一体化规范：指标方向性与计算符号"
-- needs = ["indicators"]
SELECT g.table_id, g.indicator_id, g.direction_stated AS direction
FROM planned AS g
WHERE g.kind = 'comparison' AND g.explicit AND g.change IS NULL
  AND (declared(g.direction_stated) = 'higher' AND g.comparator IN ('<=', '<')
    OR declared(g.direction_stated) = 'lower' AND g.comparator IN ('>=', '>'))
