"""Files with equal bytes of which different years or regions are said: counted once, and said to be ambiguous."""

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from ingest.report import Remark
from ingest.rows import diagnostic_row
from ingest.store import Store
from ingest.stored import BEHIND_READING
from schema.catalogue import Code
from schema.diagnostic import Diagnostic

_FIRST = 2 * BEHIND_READING
"""What is said of equal files stands behind what is said of equal tables."""

_QUERY = """
SELECT p.source_id, p.path, p.stated_year, p.stated_region, d.root_id, d.path, d.stated_year, d.stated_region
FROM sources AS d JOIN roots AS r USING (root_id) JOIN sources AS p ON p.sha256 = d.sha256
WHERE d.superseded_by IS NULL AND d.status = 'duplicate' AND p.superseded_by IS NULL
  AND p.status IN ('imported', 'imported_with_warnings')
  AND (d.stated_year IS NOT NULL AND d.stated_year IS NOT p.stated_year
    OR d.stated_region IS NOT NULL AND d.stated_region IS NOT p.stated_region)
ORDER BY p.source_id, r.location, d.path
"""
_STORED = """
SELECT source_id, position, severity, args, message_zh, message_en FROM diagnostics WHERE code = 'said-otherwise'
"""
_MOST = 10


@dataclass(frozen=True, slots=True)
class Otherwise:
    """A file that does not count, as another with its bytes does, and what is said of both."""

    counts: str
    place: tuple[int, str]
    own: str
    other: str


def otherwise(connection: sqlite3.Connection) -> dict[int, list[Otherwise]]:
    """By the source that counts, each file with its bytes of which something else is said."""
    found: dict[int, list[Otherwise]] = defaultdict(list)
    for source_id, counts, year, region, root_id, path, other_year, other_region in connection.execute(_QUERY):
        told = [(year, other_year), (region, other_region)]
        told = [(own, other) for own, other in told if other is not None and own != other]
        own, other = (
            ", ".join("–" if word is None else str(word) for word in words) for words in zip(*told, strict=True)
        )
        found[source_id].append(Otherwise(counts, (root_id, path), own, other))
    return found


def to_be_said(connection: sqlite3.Connection) -> set[tuple[object, ...]]:
    """The diagnostics that follow from what is there, as they are stored."""
    found: set[tuple[object, ...]] = set()
    for source_id, others in otherwise(connection).items():
        for position, one in enumerate(others, start=_FIRST):
            args = {"other": one.place[1], "said": one.other, "own": one.own}
            row = diagnostic_row(Diagnostic(code=Code.SAID_OTHERWISE, args=args))
            told = (row[name] for name in ("severity", "args", "message_zh", "message_en"))
            found.add((source_id, position, *told))
    return found


def is_said(connection: sqlite3.Connection) -> set[tuple[object, ...]]:
    """Those that are stored."""
    return {tuple(row) for row in connection.execute(_STORED)}


def say_otherwise(store: Store) -> None:
    """Put what is to be said of equal files in the place of what was said; the same is not written again."""
    expected, said = to_be_said(store.connection), is_said(store.connection)
    if expected == said:
        return
    with store.transaction():
        store.connection.executemany(
            "DELETE FROM diagnostics WHERE source_id = ? AND position = ? AND code = 'said-otherwise'",
            [(row[0], row[1]) for row in said - expected],
        )
        store.connection.executemany(
            "INSERT INTO diagnostics (source_id, position, severity, args, message_zh, message_en, code)"
            " VALUES (?, ?, ?, ?, ?, ?, 'said-otherwise')",
            sorted(expected - said, key=repr),
        )


def remarks(store: Store, met: Collection[tuple[int, str]]) -> Iterator[Remark]:
    """What a run says of such files, of those that it had to do with."""
    found = [one for others in otherwise(store.connection).values() for one in others if one.place in met]
    if found:
        named = [f"{one.place[1]}（{one.other}）= {one.counts}（{one.own}）" for one in found[:_MOST]]
        named_en = [f"{one.place[1]} ({one.other}) = {one.counts} ({one.own})" for one in found[:_MOST]]
        more = ["…"] if len(found) > _MOST else []
        files = f"{len(found)} equal file{'s' if len(found) > 1 else ''}"
        yield Remark(
            zh=f"内容相同的文件 {len(found)} 个另注明了年度或地区，只按计入的文件：{'、'.join(named + more)}；请核对",
            en=f"of {files} another year or region is said than of the one that counts, and is not used:"
            f" {', '.join(named_en + more)}; check which is right",
        )
