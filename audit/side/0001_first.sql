-- What checking found and what people decided, beside a database of imports: by keys alone, so that it survives imports.

-- One run of `jixiao audit`, and what it ran on.
CREATE TABLE runs (
  run_id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,                    -- UTC, ISO 8601
  import_id INTEGER NOT NULL,          -- the last import it saw
  edition TEXT NOT NULL,               -- of the rules
  configuration TEXT NOT NULL          -- JSON
) STRICT;

-- What became of each rule when it last ran.
CREATE TABLE evaluations (
  rule TEXT NOT NULL,
  run_id INTEGER NOT NULL REFERENCES runs,
  outcome TEXT NOT NULL CHECK (outcome IN ('found', 'clear', 'not_evaluable')),
  tables INTEGER NOT NULL,
  why_zh TEXT NOT NULL,
  why_en TEXT NOT NULL
) STRICT;
CREATE INDEX evaluations_rule ON evaluations (rule);

-- The rules that were run, as they were.
CREATE TABLE rules (
  code TEXT PRIMARY KEY,
  run_id INTEGER NOT NULL REFERENCES runs,
  rule TEXT NOT NULL                   -- JSON
) STRICT;

-- What a rule found when it last ran.
CREATE TABLE findings (
  key TEXT PRIMARY KEY,
  position INTEGER NOT NULL,           -- in the order of rules and documents
  rule TEXT NOT NULL,
  severity TEXT NOT NULL,
  table_key TEXT NOT NULL,
  indicator_key TEXT,
  part TEXT NOT NULL,
  project_name TEXT,
  department TEXT,
  agency TEXT,
  fiscal_year INTEGER,
  level1 TEXT,
  level2 TEXT,
  name TEXT,
  stated_value TEXT,
  evidence TEXT NOT NULL,              -- JSON
  source TEXT NOT NULL,
  root TEXT NOT NULL,
  place TEXT,
  "row" INTEGER,
  "column" INTEGER,
  message_zh TEXT NOT NULL,
  message_en TEXT NOT NULL,
  said TEXT NOT NULL                   -- fingerprint of the evidence
) STRICT;
CREATE INDEX findings_rule ON findings (rule, position);
CREATE INDEX findings_table ON findings (table_key);
CREATE INDEX findings_indicator ON findings (indicator_key);
CREATE INDEX findings_department ON findings (department);

-- What each table lacks, so that "not evaluable" can be said of one table and one rule.
CREATE TABLE lacking (
  table_key TEXT NOT NULL,
  stage TEXT NOT NULL,
  scope TEXT NOT NULL,
  inputs TEXT NOT NULL                 -- JSON
) STRICT;
CREATE INDEX lacking_table ON lacking (table_key);

-- What people decided. Rows are never erased: a decision holds until it is withdrawn.
-- With finding_key it is about that finding; without, about all findings of a rule in a table (or of one indicator).
CREATE TABLE decisions (
  decision_id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('exempted', 'accepted')),
  finding_key TEXT,
  rule TEXT NOT NULL,
  table_key TEXT NOT NULL,
  indicator_key TEXT,
  subject TEXT NOT NULL,               -- project and indicator, for people
  said TEXT,                           -- the evidence it was decided on; null: whatever it is
  stated_value TEXT,
  reason TEXT NOT NULL,
  name TEXT NOT NULL,
  at TEXT NOT NULL,
  withdrawn_at TEXT,
  withdrawn_by TEXT
) STRICT;
CREATE UNIQUE INDEX decisions_of_finding ON decisions (finding_key) WHERE withdrawn_at IS NULL AND finding_key IS NOT NULL;
CREATE UNIQUE INDEX decisions_of_table ON decisions (rule, table_key, coalesce(indicator_key, ''))
  WHERE withdrawn_at IS NULL AND finding_key IS NULL;

-- Each finding with the decision that stands about it: open, exempted, accepted; outdated is exempted for earlier
-- evidence, and counts as open.
CREATE VIEW judged AS
SELECT f.*, d.decision_id, d.reason, d.name AS decided_by, d.at AS decided_at,
  CASE WHEN d.decision_id IS NULL THEN 'open' WHEN d.kind = 'accepted' THEN 'accepted'
    WHEN d.said IS NULL OR d.said = f.said THEN 'exempted' ELSE 'outdated' END AS state
FROM findings AS f LEFT JOIN decisions AS d ON d.decision_id = coalesce(
  (SELECT o.decision_id FROM decisions AS o WHERE o.finding_key = f.key AND o.withdrawn_at IS NULL),
  (SELECT max(o.decision_id) FROM decisions AS o WHERE o.rule = f.rule AND o.table_key = f.table_key
    AND o.finding_key IS NULL AND o.withdrawn_at IS NULL AND coalesce(o.indicator_key, f.indicator_key, '') = coalesce(f.indicator_key, '')));
