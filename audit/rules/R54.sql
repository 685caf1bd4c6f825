-- code = "R54"
-- severity = "high"
-- title_zh = "未达目标却得满分"
-- title_en = "full score for a target that was missed"
-- reason_zh = "实际完成值未达到目标值的，应当按比例扣分。"
-- reason_en = "A target that was missed costs points."
-- message_zh = "指标“{name}”的目标为 {stated_value}，实际为 {actual}{short}，却得满分 {score}。请核实得分或数据。"
-- message_en = "The target of '{name}' was {stated_value}, the result {actual}{short_en}; yet it has the full score of {score}. Please check score and data."
-- basis = "财预〔2020〕10号《项目支出绩效评价管理办法》：未完成的按完成比例计分"
-- stages = ["selfeval"]
-- needs = ["scores", "weights", "actuals"]
SELECT i.table_id, i.indicator_id, i.stated_actual AS actual, a.by, a.short, a.short_en, plain(i.score) AS score
FROM achieved AS a JOIN indicator AS i USING (indicator_id) JOIN project AS p ON p.table_id = i.table_id
WHERE a.status = 'missed' AND i.weight > 0 AND i.score >= i.weight * p.score_scale
