-- What a manifest says of a file, when its bytes arrived, and which of several equal or rival tables counts.

-- where it was published, as a manifest says
ALTER TABLE sources ADD COLUMN stated_url TEXT;
-- when, YYYY-MM-DD
ALTER TABLE sources ADD COLUMN stated_published TEXT;
-- the import that first met these bytes at this path
ALTER TABLE sources ADD COLUMN arrived_in INTEGER REFERENCES imports;

-- a hash of what it says, wherever it says it
ALTER TABLE tables ADD COLUMN content TEXT;
-- 1: it names whose it is, what for and of which year
ALTER TABLE tables ADD COLUMN identified INTEGER NOT NULL DEFAULT 0;
-- 0: the same table stands in another source, which counts
ALTER TABLE tables ADD COLUMN stands INTEGER NOT NULL DEFAULT 1;
ALTER TABLE tables ADD COLUMN indicator_count INTEGER NOT NULL DEFAULT 0;
-- planned
ALTER TABLE tables ADD COLUMN target_count INTEGER NOT NULL DEFAULT 0;
ALTER TABLE tables ADD COLUMN unparsed_count INTEGER NOT NULL DEFAULT 0;

UPDATE sources SET arrived_in = import_from;
UPDATE tables SET
  indicator_count = (SELECT count(*) FROM indicators AS i WHERE i.table_id = tables.table_id),
  target_count = (SELECT count(*) FROM indicators AS i JOIN targets AS g USING (indicator_id)
    WHERE i.table_id = tables.table_id AND g.role = 'planned'),
  unparsed_count = (SELECT count(*) FROM indicators AS i JOIN targets AS g USING (indicator_id)
    WHERE i.table_id = tables.table_id AND g.role = 'planned' AND g.kind = 'unparsed');

DROP VIEW indicator_targets;
DROP VIEW current_indicators;
DROP VIEW current_tables;
DROP VIEW current_sources;

CREATE VIEW current_sources AS
SELECT s.*, r.location AS root FROM sources AS s JOIN roots AS r USING (root_id) WHERE s.superseded_by IS NULL;

-- The tables that count now, each with the source it stands in.
CREATE VIEW standing_tables AS
SELECT s.source_id, t.table_id FROM sources AS s JOIN tables AS t ON t.source_id = s.rows_from
WHERE s.superseded_by IS NULL AND t.stands;

CREATE VIEW current_tables AS
SELECT s.path AS source, s.root_id, t.* FROM sources AS s JOIN tables AS t ON t.source_id = s.rows_from
WHERE s.superseded_by IS NULL AND t.stands;

CREATE VIEW current_indicators AS
SELECT t.source, t.root_id, i.* FROM current_tables AS t JOIN indicators AS i USING (table_id);

-- Files with the bytes of another file, which counts for all of them.
CREATE VIEW duplicates AS
SELECT d.path, d.root_id, p.path AS duplicate_of, p.root_id AS duplicate_of_root_id, d.sha256
FROM sources AS d JOIN sources AS p USING (sha256)
WHERE d.superseded_by IS NULL AND p.superseded_by IS NULL AND d.status = 'duplicate'
  AND p.status IN ('imported', 'imported_with_warnings');

-- One row for each reading of each current indicator, flat, for people.
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
