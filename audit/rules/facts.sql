-- What rules ask: `project` (a row a table), `indicator`, `planned` and `actual` (a row a reading), of the tables that
-- count now. Temporary tables of the reading connection; docs/rules.md describes them for people who write rules.
-- A + before role keeps SQLite from taking an index over all roles and kinds where the indicator is known.

CREATE TEMP TABLE indicator AS
SELECT t.table_id, i.indicator_id, i.position, i.key, i.level1, i.level2, i.name, fold(i.name) AS folded,
  fold(i.description) AS description, i.stated_value, i.stated_unit, i.stated_operator,
  fold(i.stated_value) AS said, undated(i.name) AS bare, number(i.weight) AS weight, i.actual AS stated_actual,
  fold(i.actual) AS reached, number(i.score) AS score, i.grades <> '{}' AS has_grades, i.remark,
  CASE WHEN says(i.deviation) THEN i.deviation END AS deviation, i.history, i.nature, i.direction, i.direction_stated,
  i.period, coalesce(i.area, '') AS area, i.parent, i.previous, i.forecast, i.targets_join AS joined,
  i.level1 IS '成本指标' OR coalesce(i.level2, '') IN ('成本指标', '经济成本指标', '社会成本指标', '生态环境成本指标') AS is_cost,
  i.level1 IS '满意度指标' OR i.level2 IS '服务对象满意度指标' AS is_satisfaction,
  i.level1 IS '预算执行' OR i.level2 IS '预算执行' OR i.name LIKE '%预算执行率%' OR i.name LIKE '%资金执行率%' AS is_execution,
  coalesce((SELECT max(g.kind <> 'blank') FROM targets AS g
    WHERE g.indicator_id = i.indicator_id AND +g.role = 'planned'), 0) AS is_usable,
  coalesce((SELECT max(g.kind = 'blank' AND g.reason = 'not_applicable') FROM targets AS g
    WHERE g.indicator_id = i.indicator_id AND +g.role = 'planned'), 0) AS is_not_applicable
FROM standing_tables AS n JOIN tables AS t USING (table_id) JOIN indicators AS i USING (table_id);

CREATE INDEX temp.indicator_of_table ON indicator (table_id, bare);
CREATE UNIQUE INDEX temp.indicator_by_id ON indicator (indicator_id);

CREATE TEMP TABLE counted AS
SELECT table_id, count(*) AS indicators, sum(is_usable) AS usable,
  max(period = 'annual' AND is_usable) AS is_annual,
  max(coalesce(level1, '') IN ('产出指标', '效益指标', '满意度指标', '成本指标')) AS with_level1,
  max(coalesce(level1, '') IN ('履职效能', '社会效应', '可持续发展能力', '运行成本', '管理效率', '管理指标')) AS with_office_levels,
  max(level2 IS NOT NULL) AS with_level2, count(weight) AS weights, max(weight) AS heaviest, count(score) AS scores,
  max(score) AS best,
  count(stated_actual) AS actuals, count(deviation) AS deviations, max(area <> '') AS with_areas
FROM indicator GROUP BY table_id;

CREATE UNIQUE INDEX temp.counted_by_id ON counted (table_id);

-- What a table says of money, but for what was spent: the amounts that a cost may be compared with.
CREATE TEMP TABLE fund AS
SELECT t.table_id, f.value ->> 'label' AS label, amount_of(f.value ->> 'amount') AS amount
FROM standing_tables AS n JOIN tables AS t USING (table_id), json_each(t.funds) AS f
WHERE f.value ->> 'role' <> 'executed' AND f.value ->> 'amount' IS NOT NULL;

CREATE INDEX temp.fund_of_table ON fund (table_id);

CREATE TEMP TABLE project AS
SELECT t.table_id, t.key, t.lineage, t.kind, t.layout, t.position, n.source_id, s.path AS source, r.location AS root,
  CASE WHEN t.kind LIKE '%_target' THEN 'target' WHEN t.kind LIKE '%_selfeval' THEN 'selfeval'
    ELSE t.kind END AS stage,
  CASE WHEN t.kind LIKE 'dept_%' THEN 'dept' WHEN t.kind LIKE 'region_%' THEN 'region' ELSE 'project' END AS scope,
  t.title, coalesce(t.project_name, t.title) AS name, fold(t.project_name) AS folded, t.project_name, t.project_code,
  fold(coalesce(t.agency, t.department)) AS office,
  t.department, t.agency, t.region, t.fiscal_year, t.budget_total_real AS total,
  amount_of(t.budget_fiscal) AS fiscal, amount_of(t.budget_other) AS other,
  -- An amount of the head counts where the total is blank, too.
  max(coalesce(t.budget_total_real, 0), coalesce((SELECT max(f.amount) FROM fund AS f WHERE f.table_id = t.table_id), 0)) AS ceiling,
  t.goal, t.goal_midterm, t.goal_actual,
  number(t.score) AS score, x.budget AS execution_budget, x.executed, x.rate AS execution_rate,
  x.weight AS execution_weight, x.score AS execution_score, t.funds <> '[]' OR t.layout = 'form' AS has_money_place,
  t.fields LIKE '%其他资金%' OR t.fields LIKE '%自有资金%' AS has_other_place,
  t.goal IS NOT NULL OR t.goal_midterm IS NOT NULL OR t.layout = 'form' OR t.fields LIKE '%目标%' AS has_goal_place,
  c.indicators, c.usable, CASE WHEN c.is_annual THEN 'annual' ELSE (
    SELECT min(i.period) FROM indicator AS i WHERE i.table_id = t.table_id AND i.is_usable) END AS period,
  c.with_level1, c.with_office_levels, c.with_level2, c.weights, CASE WHEN c.heaviest <= 1 THEN 100.0 ELSE 1.0 END AS weight_scale,
  -- What a weight is in the scores of its table: 0.15 beside 12.5 points is 15 of them, beside 0.125 it is itself.
  CASE WHEN c.heaviest <= 1 AND c.best > 1 THEN 100.0 ELSE 1.0 END AS score_scale,
  c.scores, c.actuals, c.deviations, c.with_areas,
  t.spans, count(*) OVER (PARTITION BY t.key) > 1 AS is_ambiguous
FROM standing_tables AS n JOIN tables AS t USING (table_id) JOIN sources AS s ON s.source_id = n.source_id
JOIN roots AS r USING (root_id) JOIN counted AS c USING (table_id) LEFT JOIN execution AS x USING (table_id)
WHERE t.kind <> 'other';

CREATE UNIQUE INDEX temp.project_by_id ON project (table_id);
CREATE INDEX temp.project_by_lineage ON project (lineage, fiscal_year);
CREATE INDEX temp.project_by_name ON project (folded, fiscal_year);
CREATE INDEX temp.project_by_office ON project (office, fiscal_year);

CREATE TEMP TABLE planned AS
SELECT p.table_id, i.indicator_id, g.target_id, p.stage, p.scope, p.fiscal_year, p.total, p.ceiling,
  i.level1, i.level2, i.name, i.folded, i.stated_value, i.stated_unit, i.nature, i.direction, i.direction_stated,
  i.period, i.area, i.parent, i.joined, i.is_cost, i.is_satisfaction,
  i.is_execution, i.has_grades, i.is_usable, i.period IS p.period AS is_main,
  g.kind, g.text, g.subject, g.comparator, g.explicit, g.value, g.unit,
  coalesce(g.unit_canonical, g.unit_inferred) AS measure, g.unit_inferred, g.dimension, g.low_real AS low,
  g.high_real AS high, g.low_open, g.high_open, g.per, g.basis, g.change, g.hedge, g.trigger, g.not_before,
  g.not_after, g.granularity, g.inferred, g.recurrence, g.truth, g.sense, g.reason
FROM indicator AS i JOIN project AS p USING (table_id)
JOIN targets AS g ON g.indicator_id = i.indicator_id AND +g.role = 'planned';

CREATE INDEX temp.planned_of_table ON planned (table_id);
CREATE INDEX temp.planned_by_level ON planned (level2, kind);

CREATE TEMP VIEW actual AS
SELECT i.table_id, i.indicator_id, g.target_id, g.kind, g.text, g.comparator, g.explicit, g.value, g.unit,
  coalesce(g.unit_canonical, g.unit_inferred) AS measure, g.dimension, g.low_real AS low, g.high_real AS high, g.per,
  g.not_after, g.truth
FROM indicator AS i JOIN targets AS g ON g.indicator_id = i.indicator_id AND +g.role = 'actual';
