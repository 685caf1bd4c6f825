-- Documents hold their cells as arrays from here on. Nothing is rewritten, those with named fields are still read; the
-- step only keeps a jixiao that knows no arrays from opening the database.
SELECT 1;
