"""What the review rules find in the published samples, in samples/golden/findings.txt for a person to read."""

import contextlib
import io
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

from audit.cli import run
from audit.database import reading
from audit.findings import Evaluation, Finding
from audit.rules.checking import check
from audit.rules.registry import asks
from ingest.terminal import Terminal
from tests.golden import DOCUMENTS, FINDINGS


def findings() -> str:
    """Every finding in the published samples, by document and table, then what became of each rule."""
    with TemporaryDirectory() as folder, contextlib.redirect_stderr(io.StringIO()):
        database = Path(folder) / "samples.db"
        run(["import", str(DOCUMENTS), "--db", str(database)], Terminal())
        with reading(database, strictly=False) as connection:
            said = list(check(connection, asks()))
            order = dict(connection.execute("SELECT key, root || source || printf('%09d', position) FROM temp.project"))
    found = [one for one in said if isinstance(one, Finding)]
    found.sort(key=lambda one: (order[one.table_key], one.rule))
    return "\n".join((*_told(found), *_summed([one for one in said if isinstance(one, Evaluation)]), ""))


def _told(found: list[Finding]) -> Iterator[str]:
    for _table, group in groupby(found, key=lambda one: one.table_key):
        ones = list(group)
        yield f"{ones[0].source} › {ones[0].project_name}"
        for one in ones:
            where = " › ".join(str(part) for part in (one.place, one.row, one.column) if part is not None)
            yield f"  {one.rule} {one.severity} {where}"
            yield f"    {one.message_zh}"
            yield f"    {one.message_en}"
        yield ""


def _summed(said: list[Evaluation]) -> Iterator[str]:
    yield "rule: tables found, clear, not evaluable"
    for code, group in groupby(said, key=lambda one: one.rule):
        tables: Counter[str] = Counter()
        for one in group:
            tables[one.outcome] += one.tables
        yield f"  {code}: {tables['found']}, {tables['clear']}, {tables['not_evaluable']}"


if __name__ == "__main__":
    FINDINGS.write_text(findings(), encoding="utf-8")
