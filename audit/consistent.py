"""Whether the ledger agrees with itself: one current row a path, rows where they are said to be, statuses that fit."""

import sqlite3
import tomllib
from collections.abc import Iterator
from pathlib import Path

from audit.originals import Words
from ingest.stored import BEHIND_READING

_RULES = Path(__file__).with_name("data") / "ledger.toml"


def contradictions(connection: sqlite3.Connection) -> Iterator[tuple[int, Words | None]]:
    """Every row of the ledger: how many were looked at, and each contradiction with what to do about it."""
    (count,) = connection.execute("SELECT count(*) FROM sources").fetchone()
    yield count, None
    rules = tomllib.loads(_RULES.read_text(encoding="utf-8"))
    then = rules.pop("then")
    for rule in rules.values():
        next_zh, next_en = then[rule["then"]]
        for (path,) in connection.execute(rule["query"], {"behind": BEHIND_READING}).fetchall():
            yield 0, (f"{path}：{rule['zh']}；{next_zh}", f"{path}: {rule['en']}; {next_en}")
