"""Whether each table counts, or not, as follows from all that is there, and whether what is said of it then is said."""

import sqlite3
from collections.abc import Iterator

from audit.originals import Words
from ingest.otherwise import is_said, to_be_said
from ingest.rows import diagnostic_row
from ingest.stored import BEHIND_READING
from ingest.twins import PLACED, decided

_OF_A_KEY = (
    "SELECT t.table_id, s.path, t.stands FROM sources AS s JOIN tables AS t ON t.source_id = s.rows_from"
    " WHERE s.superseded_by IS NULL AND t.key = ?"
)
_SAID = (
    "SELECT d.position, d.code, d.severity, d.args, d.message_zh, d.message_en,"  # noqa: S608 - our own words
    f" {PLACED}, s.path FROM sources AS s"
    " JOIN diagnostics AS d ON d.source_id = s.rows_from WHERE s.superseded_by IS NULL"
    " AND d.position > :behind AND d.position < 2 * :behind"
)
_THEN = ("jixiao retry 重新判定", "jixiao retry decides anew")


def unsettled(connection: sqlite3.Connection) -> Iterator[tuple[int, Words | None]]:
    """Every current table: whether it counts, and what is said of it beside others."""
    keys = connection.execute(
        "SELECT DISTINCT t.key FROM sources AS s JOIN tables AS t ON t.source_id = s.rows_from"
        " WHERE s.superseded_by IS NULL"
    ).fetchall()
    expected: set[tuple[object, ...]] = set()
    for (key,) in keys:
        decision = decided(connection, key)
        paths: dict[int, str] = {}
        for table_id, path, stands in connection.execute(_OF_A_KEY, [key]).fetchall():
            paths[table_id] = path
            yield 1, None if bool(stands) == decision.counts.get(table_id) else _counts(path, key, stands=bool(stands))
        for table_id, diagnostic in decision.said:
            (position,) = connection.execute("SELECT position FROM tables WHERE table_id = ?", [table_id]).fetchone()
            row = diagnostic_row(diagnostic)
            told = (row[name] for name in ("code", "severity", "args", "message_zh", "message_en"))
            expected.add((BEHIND_READING + position, *told, 0, paths.get(table_id, "")))
    said = {tuple(row) for row in connection.execute(_SAID, {"behind": BEHIND_READING})}
    wrong = {str(row[-1]) for row in said ^ expected}
    for source_id in {row[0] for row in to_be_said(connection) ^ is_said(connection)}:
        wrong.update(connection.execute("SELECT path FROM sources WHERE source_id = ?", [source_id]).fetchone() or ())
    for path in sorted(wrong):
        yield (
            0,
            (
                f"{path}：库中所记的与其他文件的异同不对；{_THEN[0]}",
                f"{path}: what is said of its tables beside other files is wrong; {_THEN[1]}",
            ),
        )


def _counts(path: str, key: str, *, stands: bool) -> Words:
    zh, en = ("计入了", "counts") if stands else ("没有计入", "does not count")
    return (
        f"{path}：绩效表 {key} {zh}，按现有全部文件应相反；{_THEN[0]}",
        f"{path}: table {key} {en}, by all files that are there it should be otherwise; {_THEN[1]}",
    )
