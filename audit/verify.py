"""Whether a database is what it says: its own consistency, its sources, its index, and each value at its place."""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from audit.consistent import contradictions
from audit.originals import Words, departures
from audit.rederived import rederived
from audit.replay import misplaced
from audit.settled import unsettled
from audit.unchanged import unsealed
from ingest.terminal import Steps
from normalize.text import spaced

_MOST = 20


@dataclass(slots=True)
class Check:
    """One thing that must hold: how much was looked at, how many files were left, and what does not hold, in words."""

    name: str
    looked_at: int = 0
    left: int = 0
    problems: list[Words] = field(default_factory=list)

    def miss(self, problems: Iterable[str]) -> None:
        """Note problems that are said in names and numbers alone."""
        self.problems += ((problem, problem) for problem in problems)

    @property
    def well(self) -> bool:
        """Whether it holds throughout."""
        return not self.problems


def verify(
    connection: sqlite3.Connection, database: Path, *, files: bool = True, step: Steps = lambda _what, _done, _of: None
) -> Iterator[Check]:
    """Every check, one after the other.

    `files` asks for the sources to be hashed again; `step` is told of each file.
    """
    yield _rows(connection, "integrity", "PRAGMA integrity_check", lambda row: [] if row[0] == "ok" else [row[0]])
    yield _rows(connection, "foreign_keys", "PRAGMA foreign_key_check", lambda row: [f"{row[0]} {row[1]} → {row[2]}"])
    yield _index(connection)
    yield _orphans(connection)
    yield _told("ledger", contradictions(connection))
    yield _told("seals", unsealed(connection))
    yield _told("standing", unsettled(connection))
    yield _conservation(connection)
    yield _provenance(connection)
    yield _meaning(connection, step)
    if files:
        yield _told("sources", departures(connection, database))


def _rows(connection: sqlite3.Connection, name: str, statement: str, problems: Any) -> Check:
    check = Check(name)
    for row in connection.execute(statement):
        check.looked_at += 1
        check.miss(problems(row))
    return check


def _index(connection: sqlite3.Connection) -> Check:
    """The index, word by word, against one made anew."""
    check = Check("search_index")
    connection.create_function("spaced", 1, spaced, deterministic=True)
    connection.execute("CREATE VIRTUAL TABLE temp.anew USING fts5 (words, content='', tokenize='unicode61')")
    connection.execute("INSERT INTO temp.anew (rowid, words) SELECT indicator_id, spaced(words) FROM main.indicators")
    connection.execute("CREATE VIRTUAL TABLE temp.words_now USING fts5vocab('main', 'indicator_words', 'instance')")
    connection.execute("CREATE VIRTUAL TABLE temp.words_anew USING fts5vocab('temp', 'anew', 'instance')")
    (check.looked_at,) = connection.execute("SELECT count(*) FROM main.indicators").fetchone()
    for one, other in (("words_now", "words_anew"), ("words_anew", "words_now")):
        query = (
            # Both names are ours.
            f"SELECT term, doc, offset FROM temp.{one} EXCEPT SELECT term, doc, offset FROM temp.{other} LIMIT {_MOST}"  # noqa: S608 - our own words, the values bound
        )
        check.miss(f"{term} · indicator {doc}" for term, doc, _offset in connection.execute(query))
    return check


# What no foreign key tells.
_ORPHANS = {
    "document": "SELECT sha256 FROM documents WHERE sha256 NOT IN"
    " (SELECT sha256 FROM sources WHERE sha256 IS NOT NULL)",
    "imported without a table": "SELECT path FROM current_sources"
    " WHERE status IN ('imported', 'imported_with_warnings') AND source_id NOT IN (SELECT source_id FROM tables)",
    "duplicate of nothing": "SELECT path FROM current_sources AS s WHERE status = 'duplicate' AND NOT EXISTS"
    " (SELECT 1 FROM duplicates AS d WHERE d.root_id = s.root_id AND d.path = s.path)",
}


_OWNED = {
    "document": "SELECT count(*) FROM documents",
    "imported without a table": "SELECT count(*) FROM tables",
    "duplicate of nothing": "SELECT count(*) FROM current_sources WHERE status = 'duplicate'",
}
"""How much there is of what must belong to something."""


def _orphans(connection: sqlite3.Connection) -> Check:
    check = Check("orphans")
    for kind, query in _ORPHANS.items():
        (count,) = connection.execute(_OWNED[kind]).fetchone()
        check.looked_at += count
        check.miss(f"{kind}: {row[0]}" for row in connection.execute(query))
    return check


def _conservation(connection: sqlite3.Connection) -> Check:
    query = (
        "SELECT path, cells_stated, CASE WHEN json_valid(cells_ignored) THEN cells_used + cells_reported"
        " + (SELECT coalesce(sum(value), 0) FROM json_each(cells_ignored)) ELSE '?' END FROM current_sources"
    )
    return _rows(connection, "cells", query, lambda row: [] if row[1] == row[2] else [f"{row[0]}: {row[1]} ≠ {row[2]}"])


def _provenance(connection: sqlite3.Connection) -> Check:
    """Every text of every current table and indicator, looked up in the Document where it is said to stand."""
    check = Check("provenance")
    sources = connection.execute(
        "SELECT DISTINCT r.source_id, s.path, d.document FROM sources AS s"
        " JOIN sources AS r ON r.source_id = s.rows_from"
        " JOIN documents AS d ON d.sha256 = r.sha256 AND d.reading_edition = r.reading_edition"
        " WHERE s.superseded_by IS NULL"
    )
    for source_id, path, document in sources:
        for looked_at, problem in misplaced(connection, source_id, document):
            check.looked_at += looked_at
            check.problems += [(f"{path}：{problem[0]}", f"{path}: {problem[1]}")] if problem else []
    return check


def _meaning(connection: sqlite3.Connection, step: Steps) -> Check:
    """Every row of every current source, told anew by the Document it came from."""
    check = Check("meaning")
    (files,) = connection.execute("SELECT count(*) FROM current_sources WHERE rows_from IS NOT NULL").fetchone()
    for done, again in enumerate(rederived(connection), start=1):
        step(again.path, done, files)
        check.looked_at += again.rows
        check.left += again.left
        check.problems += [again.problem] if again.problem else []
    return check


def _told(name: str, found: Iterable[tuple[int, Words | None]]) -> Check:
    """A check of things told one by one: how many, and what is wrong with them."""
    check = Check(name)
    for looked_at, problem in found:
        check.looked_at += looked_at
        check.problems += [problem] if problem else []
    return check
