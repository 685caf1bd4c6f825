-- code = "R52"
-- severity = "high"
-- title_zh = "得分有误"
-- title_en = "scores are wrong"
-- reason_zh = "得分不应超过分值，各项得分之和应等于总分。"
-- reason_en = "No score exceeds its weight, and scores add up to the total."
-- message_zh = "{what}：得分 {score}，应不超过或等于 {stated}。请核实得分。"
-- message_en = "{what_en}: {score} against {stated}. Please check the scores."
-- basis = "财预〔2020〕10号《项目支出绩效评价管理办法》：自评表按分值评分，总分100分"
-- stages = ["selfeval"]
-- needs = ["scores"]
-- [parameters.tolerance]
-- default = 0.05
-- zh = "允许的误差（分）"
-- en = "tolerance in points"
SELECT i.table_id, i.indicator_id, 'weight' AS part, '指标“' || i.name || '”的得分超过分值' AS what,
  'the score of "' || i.name || '" exceeds its weight' AS what_en, plain(i.score) AS score, plain(i.weight * p.score_scale) AS stated
FROM indicator AS i JOIN project AS p USING (table_id)
WHERE i.score > i.weight * p.score_scale + :tolerance
UNION ALL
SELECT p.table_id, NULL, 'total', '各项得分之和与总分不等', 'the scores do not add up to the total',
  plain(round(s.of_top + coalesce(p.execution_score, 0), 2)), plain(p.score)
FROM project AS p JOIN (
  SELECT table_id, sum(score) AS of_all, coalesce(sum(score) FILTER (WHERE parent IS NULL), 0) AS of_top,
    coalesce(sum(weight) FILTER (WHERE parent IS NULL), 0) AS weight, coalesce(max(is_execution AND score IS NOT NULL), 0) AS is_among
  FROM indicator GROUP BY table_id
  HAVING count(score) >= count(weight) AND count(score) > 0) AS s USING (table_id)
WHERE p.score IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM json_each(json_array(s.of_all, s.of_top)) AS x
  WHERE abs(x.value + coalesce(p.execution_score, 0) - p.score) <= :tolerance
    -- The execution of the budget may be scored among the indicators, or what they weigh is all there is.
    OR abs(x.value - p.score) <= :tolerance
      AND (coalesce(p.execution_score, 0) = 0 OR s.is_among OR s.weight = 0 OR s.weight * p.weight_scale >= 100 - :tolerance)
    -- Where its score was not read, the total tells only that it lies between none and all of its points.
    OR p.execution_score IS NULL AND NOT s.is_among AND p.score BETWEEN x.value - :tolerance
      AND x.value + :tolerance + coalesce(p.execution_weight, CASE WHEN s.weight > 0 THEN max(0, 100 - s.weight * p.weight_scale) ELSE 0 END))
