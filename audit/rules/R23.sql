-- code = "R23"
-- severity = "high"
-- title_zh = "资金构成与总额不符"
-- title_en = "funds do not add up"
-- reason_zh = "资金总额应当等于财政资金与其他资金之和。"
-- reason_en = "The total should be the sum of fiscal and other funds."
-- message_zh = "资金总额 {budget}，财政资金 {fiscal} 与其他资金 {other} 合计 {sum_of_parts}，相差 {difference}。请核实资金来源。"
-- message_en = "The total is {budget}; fiscal funds of {fiscal} and other funds of {other} make {sum_of_parts}, {difference} apart. Please check the sources."
-- basis = "财预〔2015〕88号《中央部门预算绩效目标管理办法》：项目资金由财政拨款和其他资金构成"
-- needs = ["fund_parts"]
-- [parameters.rounding]
-- default = 200
-- zh = "允许的四舍五入误差（元）"
-- en = "rounding that is let pass (yuan)"
-- [parameters.tolerance]
-- default = 0.0001
-- zh = "允许的相对误差"
-- en = "relative tolerance"
SELECT p.table_id, yuan(p.total) AS budget, yuan(coalesce(p.fiscal, 0)) AS fiscal, yuan(coalesce(p.other, 0)) AS other,
  yuan(coalesce(p.fiscal, 0) + coalesce(p.other, 0)) AS sum_of_parts,
  yuan(abs(p.total - coalesce(p.fiscal, 0) - coalesce(p.other, 0))) AS difference
FROM project AS p
WHERE abs(p.total - coalesce(p.fiscal, 0) - coalesce(p.other, 0)) > max(:rounding, :tolerance * p.total)
