"""What an import did and what the database holds now, as values; `ingest.commands.summary` puts it in words."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum

from ingest.answer import Answer
from ingest.failure import WHY_NO_TABLES, Failure, joined
from ingest.store import Store
from schema.limits import Limits
from schema.read_error import ReadError
from schema.source import Conservation, Status

NO_CELLS = Conservation()


class Change(StrEnum):
    """What an import found of a file."""

    NEW = "new"
    CHANGED = "changed"
    REREAD = "reread"
    UNCHANGED = "unchanged"
    GONE = "gone"
    WAITING = "waiting"


@dataclass(frozen=True, slots=True)
class Totals:
    """What the database holds: current files, tables, indicators, readings of values, and every cell accounted for."""

    sources: int = 0
    tables: int = 0
    indicators: int = 0
    targets: int = 0
    unparsed: int = 0
    cells: Conservation = NO_CELLS


@dataclass(frozen=True, slots=True)
class Frequent:
    """A diagnostic that the database holds, how often, and one sentence of it in both languages."""

    code: str
    severity: str
    count: int
    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence about an import beside its failed files; `failed` where the run counts as failed for it."""

    zh: str
    en: str
    failed: bool = False


@dataclass(slots=True)
class Report:
    """One import: files by change and by status, what failed and why, what was passed over, what the database holds.

    `indicators` are those that this run read; `differing` is how many files it met of which another file tells a table
    otherwise.
    """

    changes: Counter[Change] = field(default_factory=Counter)
    changed: list[tuple[str, Change]] = field(default_factory=list)
    statuses: Counter[Status] = field(default_factory=Counter)
    failures: list[Failure] = field(default_factory=list)
    defects: list[tuple[str, str]] = field(default_factory=list)
    ignored: Counter[str] = field(default_factory=Counter)
    hollow: list[str] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    differing: int = 0
    rows_written: int = 0
    indicators: int = 0
    diagnostics: list[Frequent] = field(default_factory=list)
    limits: Limits = field(default_factory=Limits)
    began: datetime = field(default_factory=lambda: datetime.now(UTC))
    seconds: float = 0.0
    totals: Totals = field(default_factory=Totals)

    def count(self, path: str, change: Change, status: Status) -> None:
        """One more file."""
        self.changes[change] += 1
        self.statuses[status] += 1
        if change not in {Change.UNCHANGED, Change.WAITING}:
            self.changed.append((path, change))

    def relinked(self, then: Status, now: Status) -> None:
        """A file that counts in the place of its twin, or the other way round; it is no other file for that."""
        if self.statuses[then] > 0:
            self.statuses[then] -= 1
            self.statuses[now] += 1
            self.statuses = +self.statuses

    def damaged(self, path: str, status: Status) -> None:
        """A file that waits to be read anew, as what was stored of it can no longer be used."""
        self.count(path, Change.WAITING, status)
        self.remarks.append(
            Remark(
                zh=f"{path}：库中保存的原文已损坏，原有内容未变；请用 jixiao import 再导入该文件，从原文件读取",
                en=f"{path}: what is stored of it is damaged and was left; import the file again, to read it anew",
                failed=True,
            )
        )

    def refuse(self, path: str, error: ReadError) -> None:
        """A named path that is no file at all."""
        self.failures.append(Failure(path, error.status, error.zh, error.en))

    def read(self, path: str, change: Change, answer: Answer) -> None:
        """One more file that was read, or could not be."""
        self.count(path, change, answer.status)
        self.indicators += answer.rows["indicators"].count if "indicators" in answer.rows else 0
        if answer.defect is not None:
            self.defects.append((path, answer.defect))
        if answer.failure is not None:
            self.failures.append(answer.failure)

    def unchanged(self, path: str, status: Status, store: Store, source_id: int) -> None:
        """One more file that is as it was; one that failed before is still told of."""
        self.count(path, Change.UNCHANGED, status)
        if not status.well:
            self.failures.append(Failure(path, status, *reasons(store, source_id)))


def reasons(store: Store, source_id: int) -> tuple[str, str]:
    """Why a source failed, in both languages, as it is stored."""
    rows = store.connection.execute(
        "SELECT message_zh, message_en FROM diagnostics WHERE source_id = ?"
        " AND (severity = 'error' OR code IN (?, ?)) ORDER BY position",
        [source_id, *WHY_NO_TABLES],
    )
    return joined(rows.fetchall())


def frequent(store: Store) -> list[Frequent]:
    """The diagnostics of the current files, the most frequent first."""
    rows = store.connection.execute(
        "SELECT code, severity, count(*), min(message_zh), min(message_en) FROM current_diagnostics"
        " GROUP BY code ORDER BY count(*) DESC, code"
    )
    return [Frequent(*row) for row in rows]


def totals(store: Store) -> Totals:
    """What the database holds now."""
    sources, stated, used, reported = store.connection.execute(
        "SELECT count(*), coalesce(sum(r.cells_stated), 0), coalesce(sum(r.cells_used), 0),"
        " coalesce(sum(r.cells_reported), 0) FROM current_sources AS s"
        " LEFT JOIN sources AS r ON r.source_id = s.rows_from WHERE s.status <> 'vanished'"
    ).fetchone()
    ignored = store.connection.execute(
        "SELECT j.key, sum(j.value) FROM current_sources AS s JOIN sources AS r ON r.source_id = s.rows_from,"
        " json_each(r.cells_ignored) AS j GROUP BY j.key ORDER BY j.key"
    ).fetchall()
    tables, indicators, targets, unparsed = store.connection.execute(
        "SELECT count(*), coalesce(sum(indicator_count), 0), coalesce(sum(target_count), 0),"
        " coalesce(sum(unparsed_count), 0) FROM standing_tables JOIN tables USING (table_id)"
    ).fetchone()
    cells = Conservation(stated=stated, used=used, ignored=dict(ignored), reported=reported)
    return Totals(sources, tables, indicators, targets, unparsed, cells)
