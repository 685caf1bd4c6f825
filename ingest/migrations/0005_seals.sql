-- Hashes of what an import wrote, by which `jixiao verify` finds what was changed since, in history too; and the limits
-- that ended a file. Databases from before are sealed as they are when this step is applied.

-- JSON: the limits under which the file was read, where one of them may have ended it; under others it is read again
ALTER TABLE sources ADD COLUMN limits TEXT;
-- the earlier row that a retry found changed behind its back, and in whose place it wrote this one
ALTER TABLE sources ADD COLUMN mends INTEGER REFERENCES sources;
-- over the tables, indicators, targets and diagnostics that the reading gave
ALTER TABLE sources ADD COLUMN rows_seal TEXT;
-- over the row, but for what changes later (the folders of its path, its stamp, what superseded it)
ALTER TABLE sources ADD COLUMN seal TEXT;
ALTER TABLE documents ADD COLUMN seal TEXT;
-- over the import before, this one, and the seals of the sources it wrote, in their order
ALTER TABLE imports ADD COLUMN seal TEXT;
