"""What people decided about findings: exempted or taken up, with reason and name; withdrawn, never erased."""

import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

from audit import side
from ingest.exits import CommandError, Exit

Kind = Literal["exempted", "accepted"]


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision: about a finding by its key, or about all findings of a rule in a table (or of one indicator)."""

    decision_id: int
    kind: Kind
    finding_key: str | None
    rule: str
    table_key: str
    indicator_key: str | None
    subject: str
    stated_value: str | None
    reason: str
    name: str
    at: str
    withdrawn_at: str | None
    withdrawn_by: str | None


_COLUMNS = ", ".join(Decision.__slots__)


class Decisions:
    """The decisions kept in a side database."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    def exempt(self, finding_key: str, *, reason: str, name: str) -> None:
        """Exempt a finding, for what it rests on now; raises `CommandError` if there is no such finding."""
        self._decide("exempted", finding_key, reason, name)

    def accept(self, finding_key: str, *, reason: str, name: str) -> None:
        """Note that a finding is taken up, with what is to be done; raises `CommandError`."""
        self._decide("accepted", finding_key, reason, name)

    def exempt_rule(
        self, rule: str, table_key: str, *, reason: str, name: str, indicator_key: str | None = None
    ) -> None:
        """Exempt a table, or one indicator of it, from a rule, whatever it finds there now or later."""
        _refuse_blank(reason, name)
        subject = self._subject("table_key = ? AND (?2 IS NULL OR indicator_key = ?2)", table_key, indicator_key)
        with side.transaction(self.connection):
            self._end("finding_key IS NULL AND rule = ? AND table_key = ? AND indicator_key IS ?",
                      [rule, table_key, indicator_key], name)  # fmt: skip
            self.connection.execute(
                "INSERT INTO decisions (kind, rule, table_key, indicator_key, subject, reason, name, at)"
                " VALUES ('exempted', ?, ?, ?, ?, ?, ?, ?)",
                [rule, table_key, indicator_key, subject, reason, name, _now()],
            )

    def withdraw(self, key: str, *, name: str) -> int:
        """Withdraw what stands about a finding, or a decision by its number; how many were withdrawn."""
        with side.transaction(self.connection):
            ended = self._end("finding_key = ?", [key], name)
            if not ended and key.isdecimal():
                ended = self._end("decision_id = ?", [int(key)], name)
        return ended

    def decisions(self, *, withdrawn: bool = False) -> list[Decision]:
        """The decisions that stand, or all that ever were, the last one first."""
        where = "1" if withdrawn else "withdrawn_at IS NULL"
        rows = self.connection.execute(f"SELECT {_COLUMNS} FROM decisions WHERE {where} ORDER BY decision_id DESC")  # noqa: S608 - our own words
        return [Decision(*row) for row in rows]

    def _decide(self, kind: Kind, finding_key: str, reason: str, name: str) -> None:
        _refuse_blank(reason, name)
        found = self.connection.execute(
            "SELECT key, rule, table_key, indicator_key, said, stated_value FROM findings WHERE key = ?", [finding_key]
        ).fetchone()
        if found is None:
            raise CommandError(
                Exit.NOTHING_FOUND,
                zh=f"没有编号为 {finding_key} 的审核疑点；请先运行 jixiao audit",
                en=f"there is no finding {finding_key}; run jixiao audit first",
            )
        subject = self._subject("key = ?", finding_key)
        with side.transaction(self.connection):
            self._end("finding_key = ?", [finding_key], name)
            self.connection.execute(
                "INSERT INTO decisions (kind, finding_key, rule, table_key, indicator_key, said, stated_value, subject,"
                " reason, name, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [kind, *tuple(found), subject, reason, name, _now()],
            )

    def _subject(self, where: str, *values: str | None) -> str:
        row = self.connection.execute(
            f"SELECT project_name, name FROM findings WHERE {where} LIMIT 1",  # noqa: S608 - our own words
            values,
        ).fetchone()
        return " › ".join(part for part in tuple(row or ()) if part)

    def _end(self, where: str, values: list[Any], name: str) -> int:
        return self.connection.execute(
            f"UPDATE decisions SET withdrawn_at = ?, withdrawn_by = ? WHERE withdrawn_at IS NULL AND {where}",  # noqa: S608 - our own words
            [_now(), name, *values],
        ).rowcount


def _refuse_blank(reason: str, name: str) -> None:
    if not reason.strip() or not name.strip():
        raise CommandError(Exit.USAGE, zh="须写明理由和姓名", en="a reason and a name are required")


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
