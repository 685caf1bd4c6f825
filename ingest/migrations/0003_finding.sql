-- What `find` narrows its search by, kept small: rows of tables and indicators are long, and to read a million takes seconds.

-- Of whom a table is, by the source it stands in: covers every question that is about tables alone.
CREATE INDEX tables_about ON tables (
  source_id, stands, kind, fiscal_year, region, department, agency, project_name, indicator_count, target_count);

-- Levels with the table, in the place of the index of level 1 alone.
DROP INDEX indicators_level1;
CREATE INDEX indicators_levels ON indicators (level1, level2, table_id);

-- What a target asks for, without its words.
CREATE INDEX targets_meaning ON targets (
  role, kind, unit_canonical, unit_inferred, comparator, low_real, high_real, per, indicator_id);
