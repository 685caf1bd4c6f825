CREATE TABLE diagnostics (
  diagnostic_id INTEGER PRIMARY KEY,
  source_id INTEGER NOT NULL REFERENCES sources,
  position INTEGER NOT NULL,
  code TEXT NOT NULL,
  severity TEXT NOT NULL,
  args TEXT NOT NULL,                  -- JSON
  message_zh TEXT NOT NULL,
  message_en TEXT NOT NULL,
  place TEXT,
  row INTEGER,
  column INTEGER,
  box TEXT                             -- JSON: page, x0, top, x1, bottom in points
) STRICT;

CREATE TABLE documents (
  sha256 TEXT NOT NULL,
  reading_edition TEXT NOT NULL,
  document BLOB NOT NULL, seal TEXT,              -- schema.document.Document as JSON, zlib
  PRIMARY KEY (sha256, reading_edition)
) STRICT, WITHOUT ROWID;

CREATE TABLE imports (
  import_id INTEGER PRIMARY KEY,
  started_at TEXT NOT NULL,            -- UTC, ISO 8601
  finished_at TEXT,                    -- null: interrupted; what it wrote is whole, file by file
  version TEXT NOT NULL                -- of jixiao
, seal TEXT) STRICT;

CREATE VIRTUAL TABLE indicator_words USING fts5 (words, content='', tokenize='unicode61');

CREATE TABLE indicators (
  indicator_id INTEGER PRIMARY KEY,
  table_id INTEGER NOT NULL REFERENCES tables,
  position INTEGER NOT NULL,           -- in the table, from 1
  key TEXT NOT NULL,
  level1 TEXT,
  level2 TEXT,
  name TEXT NOT NULL,
  description TEXT,
  stated_name TEXT,                    -- stated_…: as written; '' where a cell is empty, null where there is none
  stated_value TEXT,
  stated_operator TEXT,
  stated_unit TEXT,
  stated_level1 TEXT,
  stated_level2 TEXT,
  weight TEXT,
  actual TEXT,
  score TEXT,
  deviation TEXT,
  standard TEXT,
  history TEXT,
  remark TEXT,
  nature TEXT,
  direction TEXT,
  direction_stated TEXT,
  period TEXT NOT NULL,
  area TEXT,
  parent TEXT,                         -- key of the indicator an 其中 row belongs to
  previous TEXT,
  forecast TEXT,
  grades TEXT NOT NULL,                -- JSON: {优: …}
  targets_join TEXT,                   -- and, or: how its targets belong together
  place TEXT,                          -- where its value stands, else its name
  row INTEGER,
  column INTEGER,
  spans TEXT NOT NULL,                 -- JSON: {field: [span…]}
  words TEXT NOT NULL,                 -- what `jixiao find` searches, folded
  UNIQUE (table_id, key)
) STRICT;

CREATE TABLE roots (
  root_id INTEGER PRIMARY KEY,
  location TEXT NOT NULL UNIQUE        -- relative to the folder of this database
) STRICT;

CREATE TABLE sources (
  source_id INTEGER PRIMARY KEY,
  root_id INTEGER NOT NULL REFERENCES roots,
  path TEXT NOT NULL,                  -- relative to the root
  sha256 TEXT,                         -- null: the content could not be had
  format TEXT,                         -- "text"; null: none was told
  status TEXT NOT NULL CHECK (status IN (
    'imported', 'imported_with_warnings', 'no_tables', 'image_only', 'duplicate', 'encrypted', 'truncated', 'corrupt',
    'unsupported', 'unsafe', 'limit', 'timeout', 'out_of_memory', 'parser_crash', 'unreadable', 'vanished')),
  size INTEGER,                        -- size, mtime_ns and inode: an unchanged file is told without reading it
  mtime_ns INTEGER,
  inode INTEGER,
  settled INTEGER,                     -- 1: the file was older than a clock tick when hashed, so that they can be trusted
  reading_edition TEXT,                -- fingerprints of what read it and of what gave it its meaning
  meaning_edition TEXT,
  stated_year INTEGER,                 -- said by the importer for files that do not say
  stated_region TEXT,
  cells_stated INTEGER NOT NULL DEFAULT 0,
  cells_used INTEGER NOT NULL DEFAULT 0,
  cells_ignored TEXT NOT NULL DEFAULT '{}',   -- {why: how many}
  cells_reported INTEGER NOT NULL DEFAULT 0,
  defect TEXT,                         -- the traceback of a defect of our own
  rows_from INTEGER REFERENCES sources,       -- the source row whose tables hold: itself, or the last good reading; null: none
  import_from INTEGER NOT NULL REFERENCES imports,
  superseded_by INTEGER REFERENCES imports    -- null: current
, stated_url TEXT, stated_published TEXT, arrived_in INTEGER REFERENCES imports, limits TEXT, mends INTEGER REFERENCES sources, rows_seal TEXT, seal TEXT) STRICT;

CREATE TABLE tables (
  table_id INTEGER PRIMARY KEY,
  source_id INTEGER NOT NULL REFERENCES sources,
  position INTEGER NOT NULL,           -- in the source, from 1
  key TEXT NOT NULL,
  lineage TEXT NOT NULL,
  title TEXT,
  kind TEXT NOT NULL,
  project_name TEXT,
  project_code TEXT,
  department TEXT,
  agency TEXT,
  agency_code TEXT,
  region TEXT,
  fiscal_year INTEGER,
  budget_total TEXT,                   -- yuan, exact
  budget_fiscal TEXT,
  budget_other TEXT,
  budget_total_real REAL,              -- the same for comparison
  goal TEXT,
  goal_midterm TEXT,
  goal_actual TEXT,
  score TEXT,
  funds TEXT NOT NULL,                 -- JSON: [{role, label, amount, stated}…]
  fields TEXT NOT NULL,                -- JSON: [{label, text, span}…]
  spans TEXT NOT NULL,                 -- JSON: {field: [span…]}
  layout TEXT NOT NULL,
  coverage REAL NOT NULL, content TEXT, identified INTEGER NOT NULL DEFAULT 0, stands INTEGER NOT NULL DEFAULT 1, indicator_count INTEGER NOT NULL DEFAULT 0, target_count INTEGER NOT NULL DEFAULT 0, unparsed_count INTEGER NOT NULL DEFAULT 0,
  UNIQUE (source_id, key)
) STRICT;

CREATE TABLE targets (
  target_id INTEGER PRIMARY KEY,
  indicator_id INTEGER NOT NULL REFERENCES indicators,
  role TEXT NOT NULL CHECK (role IN ('planned', 'actual')),
  position INTEGER NOT NULL,           -- among its role, from 1
  kind TEXT NOT NULL CHECK (kind IN ('comparison', 'deadline', 'statement', 'blank', 'unparsed')),
  text TEXT NOT NULL,
  subject TEXT,
  comparator TEXT,
  explicit INTEGER,
  value TEXT,                          -- as written
  upper TEXT,
  unit TEXT,
  unit_canonical TEXT,
  dimension TEXT,
  unit_inferred TEXT,
  low TEXT,                            -- exact, in unit_canonical or else in unit_inferred; null: unbounded
  high TEXT,
  low_real REAL,                       -- the same for comparison
  high_real REAL,
  low_open INTEGER,
  high_open INTEGER,
  per TEXT,
  basis TEXT,
  change TEXT,
  hedge TEXT,
  trigger TEXT,
  not_before TEXT,
  not_after TEXT,
  granularity TEXT,
  inferred INTEGER,
  recurrence TEXT,
  truth INTEGER,
  sense TEXT,
  reason TEXT
) STRICT;

CREATE INDEX diagnostics_code ON diagnostics (code);

CREATE INDEX diagnostics_source ON diagnostics (source_id);

CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");

CREATE INDEX indicators_key ON indicators (key);

CREATE INDEX indicators_level2 ON indicators (level2);

CREATE INDEX indicators_levels ON indicators (level1, level2, table_id);

CREATE UNIQUE INDEX sources_current ON sources (root_id, path) WHERE superseded_by IS NULL;

CREATE INDEX sources_rows_from ON sources (rows_from);

CREATE INDEX sources_sha256 ON sources (sha256);

CREATE INDEX tables_about ON tables (
  source_id, stands, kind, fiscal_year, region, department, agency, project_name, indicator_count, target_count);

CREATE INDEX tables_key ON tables (key);

CREATE INDEX tables_lineage ON tables (lineage);

CREATE INDEX targets_indicator ON targets (indicator_id);

CREATE INDEX targets_meaning ON targets (
  role, kind, unit_canonical, unit_inferred, comparator, low_real, high_real, per, indicator_id);

CREATE VIEW current_diagnostics AS
SELECT s.path AS source, s.root_id, d.* FROM sources AS s JOIN diagnostics AS d ON d.source_id IN (s.source_id, s.rows_from)
WHERE s.superseded_by IS NULL;

CREATE VIEW current_indicators AS
SELECT t.source, t.root_id, i.* FROM current_tables AS t JOIN indicators AS i USING (table_id);

CREATE VIEW current_sources AS
SELECT s.*, r.location AS root FROM sources AS s JOIN roots AS r USING (root_id) WHERE s.superseded_by IS NULL;

CREATE VIEW current_tables AS
SELECT s.path AS source, s.root_id, t.* FROM sources AS s JOIN tables AS t ON t.source_id = s.rows_from
WHERE s.superseded_by IS NULL AND t.stands;

CREATE VIEW duplicates AS
SELECT d.path, d.root_id, p.path AS duplicate_of, p.root_id AS duplicate_of_root_id, d.sha256
FROM sources AS d JOIN sources AS p USING (sha256)
WHERE d.superseded_by IS NULL AND p.superseded_by IS NULL AND d.status = 'duplicate'
  AND p.status IN ('imported', 'imported_with_warnings');

CREATE VIEW indicator_targets AS
SELECT
  t.source, t.project_name, t.department, t.agency, t.fiscal_year,
  i.level1, i.level2, i.name, i.stated_value,
  g.kind, g.comparator, g.value, g.upper, g.unit, g.low, g.high, g.unit_canonical,
  i.place, i.row, i.column,
  g.text, g.subject, g.unit_inferred, g.low_real, g.high_real, g.low_open, g.high_open, g.per, g.not_before, g.not_after,
  t.key AS table_key, i.key AS indicator_key, t.table_id, i.indicator_id, g.target_id
FROM current_tables AS t
JOIN indicators AS i USING (table_id)
LEFT JOIN targets AS g ON g.indicator_id = i.indicator_id AND g.role = 'planned';

CREATE VIEW standing_tables AS
SELECT s.source_id, t.table_id FROM sources AS s JOIN tables AS t ON t.source_id = s.rows_from
WHERE s.superseded_by IS NULL AND t.stands;
