"""Findings kept beside the database, with what people decided about them."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

from audit import side
from audit.findings import STATES, Evaluation, Exemption, Finding, Rule, State
from audit.history import last_import
from audit.rules.checking import check, lacking
from audit.rules.configuration import Configuration
from audit.rules.facts import inputs
from audit.rules.registry import Ask, edition
from audit.side.decisions import Decisions

By = Literal["rule", "project", "department"]
_GROUPS: dict[By, str] = {
    "rule": "rule",
    "project": "coalesce(project_name, ''), coalesce(agency, department, ''), fiscal_year",
    "department": "coalesce(department, agency, '')",
}
_SORTS = {
    "document": "position",
    "severity": "instr('high,medium,low,review', severity), rule, position",
    "department": "coalesce(department, agency, ''), position",
    "project": "coalesce(project_name, ''), position",
    "year": "fiscal_year DESC, position",
}
SORTS = tuple(_SORTS)
"""How findings can be sorted; `document` is by rule, then in the order of the documents."""
_FACTS = tuple(name for name in Finding.model_fields if name not in {"exempted", "accepted"})
_STORED = ", ".join(f'"{name}"' for name in ("position", *_FACTS))
_SPOOL = f"INSERT INTO temp.fresh ({_STORED}) VALUES ({', '.join('?' * (len(_FACTS) + 1))})"  # noqa: S608 - our own words


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which findings: everything that is said must hold; names are looked for within, the rest is equal."""

    rule: str | None = None
    severity: str | None = None
    state: State | None = None
    fiscal_year: int | None = None
    table_key: str | None = None
    indicator_key: str | None = None
    source: str | None = None
    key: str | None = None
    level1: str | None = None
    level2: str | None = None
    department: str | None = None
    agency: str | None = None
    project_name: str | None = None
    words: str | None = None
    rules: tuple[str, ...] | None = None


_WITHIN = {"department": ("department", "agency"), "agency": ("agency",), "project_name": ("project_name",),
           "words": ("name", "stated_value", "message_zh", "message_en", "project_name", "department", "agency"),
           }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Group:
    """Findings summed: by rule, project or department, how many are open, and how many were decided about."""

    label: str
    severity: str | None
    open: int
    exempted: int
    accepted: int
    outdated: int
    tables: int
    agency: str | None = None
    fiscal_year: int | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """What the stored findings rest on."""

    at: str
    import_id: int
    edition: str
    configuration: str


class Review(Decisions):
    """The findings of the last check and every decision; opened by `reviewing`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        super().__init__(connection)

    def run(
        self, database: sqlite3.Connection, asked: Sequence[Ask], configuration: Configuration | None = None
    ) -> None:
        """Put rules to a database, and keep what they find in place of what they found before.

        The database is one of `reading(…, strictly=False)`. All rules that are not among `asked` keep their findings.
        """
        settings = configuration or Configuration()
        evaluations = self._spool(check(database, asked, settings))
        absent = list(lacking(database))
        # Only now is anything locked: deciding goes on while rules run.
        with side.transaction(self.connection):
            self.connection.execute(
                "INSERT INTO runs (at, import_id, edition, configuration) VALUES (?, ?, ?, ?)",
                [now(), last_import(database), edition(asked), settings.model_dump_json()],
            )
            (run_id,) = self.connection.execute("SELECT last_insert_rowid()").fetchone()
            for ask in asked:
                self._renew(ask.rule, run_id, skipped=ask.rule.code in settings.skip)
            self.connection.execute(f"INSERT OR IGNORE INTO findings ({_STORED}) SELECT {_STORED} FROM temp.fresh")  # noqa: S608 - our own words
            self.connection.executemany(
                "INSERT INTO evaluations VALUES (?, ?, ?, ?, ?, ?)",
                [(e.rule, run_id, e.outcome, e.tables, e.why_zh, e.why_en) for e in evaluations],
            )
            self.connection.execute("DELETE FROM lacking")
            self.connection.executemany("INSERT INTO lacking VALUES (?, ?, ?, ?)", absent)
            self.connection.execute(
                "DELETE FROM runs WHERE run_id NOT IN (SELECT run_id FROM rules UNION SELECT ?)", [run_id]
            )
        self.connection.execute("DROP TABLE temp.fresh")

    def _spool(self, told: Iterable[Finding | Evaluation]) -> list[Evaluation]:
        """Lay the findings aside in a temporary table, in the order they come; the evaluations."""
        self.connection.execute("DROP TABLE IF EXISTS temp.fresh")
        self.connection.execute("CREATE TEMP TABLE fresh AS SELECT * FROM findings WHERE 0")
        evaluations: list[Evaluation] = []
        waiting: list[tuple[Any, ...]] = []
        for position, said in enumerate(told):
            match said:
                case Finding():
                    waiting.append((position, *_row(said)))
                case Evaluation():
                    evaluations.append(said)
            if len(waiting) >= 1000:
                self.connection.executemany(_SPOOL, waiting)
                waiting.clear()
        self.connection.executemany(_SPOOL, waiting)
        return evaluations

    def _renew(self, rule: Rule, run_id: int, *, skipped: bool) -> None:
        for table in ("findings", "evaluations"):
            self.connection.execute(f"DELETE FROM {table} WHERE rule = ?", [rule.code])  # noqa: S608 - our own words
        self.connection.execute("DELETE FROM rules WHERE code = ?", [rule.code])
        if not skipped:
            self.connection.execute("INSERT INTO rules VALUES (?, ?, ?)", [rule.code, run_id, rule.model_dump_json()])

    def rules(self) -> list[Rule]:
        """The rules whose findings are kept, by code."""
        rows = self.connection.execute("SELECT rule FROM rules ORDER BY code")
        return [Rule.model_validate_json(text) for (text,) in rows]

    def last_run(self) -> Run | None:
        """What the findings rest on; None if nothing was ever checked."""
        row = self.connection.execute(
            "SELECT at, import_id, edition, configuration FROM runs ORDER BY run_id DESC LIMIT 1"
        ).fetchone()
        return None if row is None else Run(*row)

    def stale(self, database: sqlite3.Connection) -> bool:
        """Whether something was imported after the findings of any rule were made, or nothing was ever checked."""
        (oldest,) = self.connection.execute("SELECT min(import_id) FROM rules JOIN runs USING (run_id)").fetchone()
        return oldest is None or oldest != last_import(database)

    def findings(
        self, wanted: Wanted | None = None, sort: str = "document", limit: int = -1, offset: int = 0
    ) -> Iterator[Finding]:
        """Findings with the decisions about them; `sort` is one of SORTS."""
        where, values = _conditions(wanted or Wanted())
        sql = f"SELECT * FROM judged WHERE {where} ORDER BY {_SORTS[sort]} LIMIT ? OFFSET ?"  # noqa: S608 - our own words
        for row in self.connection.execute(sql, [*values, limit, offset]):
            yield _finding(row)

    def count(self, wanted: Wanted | None = None) -> int:
        """How many findings there are."""
        where, values = _conditions(wanted or Wanted())
        counted = self.connection.execute(f"SELECT count(*) FROM judged WHERE {where}", values)  # noqa: S608 - our own words
        return int(counted.fetchone()[0])

    def summary(self, by: By = "rule", wanted: Wanted | None = None) -> list[Group]:
        """How many findings there are; rules come by code, projects and departments with most open ones first."""
        where, values = _conditions(wanted or Wanted())
        states = ", ".join(f"sum(state = '{state}') AS {state}" for state in STATES)
        facts = {"rule": "rule, severity", "project": "project_name, agency, fiscal_year", "department": _GROUPS[by]}[
            by
        ]
        # Words of our own throughout; what was asked is bound.
        rows = self.connection.execute(
            f"""SELECT {states}, count(DISTINCT table_key) AS tables, {facts} FROM judged WHERE {where}
            GROUP BY {_GROUPS[by]} ORDER BY {"rule" if by == "rule" else "1 DESC"}, {_GROUPS[by]}""",  # noqa: S608 - our own words, the values bound
            values,
        )
        return [_group(tuple(row), by) for row in rows]

    def evaluations(self, rule: str | None = None) -> list[Evaluation]:
        """What became of each rule over all tables."""
        rows = self.connection.execute(
            "SELECT rule, outcome, tables, why_zh, why_en FROM evaluations WHERE ? IS NULL OR rule = ?"
            " ORDER BY rule, rowid",
            [rule, rule],
        )
        return [Evaluation(**dict(row)) for row in rows]

    def table_evaluations(self, table_key: str) -> list[Evaluation]:
        """What became of each rule in one table."""
        found = {
            code
            for (code,) in self.connection.execute(
                "SELECT DISTINCT rule FROM findings WHERE table_key = ?", [table_key]
            )
        }
        told = self.connection.execute("SELECT stage, scope, inputs FROM lacking WHERE table_key = ?", [table_key])
        stages = [(stage, scope, set(json.loads(absent))) for stage, scope, absent in told]
        return [
            _of_table(rule, table_key, absent, found=rule.code in found)
            for stage, scope, absent in stages[:1]
            for rule in self.rules()
            if stage in rule.stages and scope in rule.scopes
        ]


@contextmanager
def reviewing(path: Path | None) -> Iterator[Review]:
    """The review kept at a path, beside a database by `side.beside`; None keeps it in memory. Raises `CommandError`."""
    with side.opened(path) as connection:
        yield Review(connection)


def now() -> str:
    """The time, as it is stored."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def _row(finding: Finding) -> tuple[Any, ...]:
    plain = {
        **{name: getattr(finding, name) for name in _FACTS},
        "evidence": json.dumps(dict(finding.evidence), ensure_ascii=False),
    }
    return tuple(plain[name] for name in _FACTS)


def _finding(row: sqlite3.Row) -> Finding:
    facts = {name: row[name] for name in _FACTS}
    state: State = row["state"]
    exempted = None
    if state in {"exempted", "outdated"}:
        exempted = Exemption(
            finding_key=row["key"], reason=row["reason"], name=row["decided_by"], at=row["decided_at"],
            holds=state == "exempted",
        )  # fmt: skip
    accepted = row["reason"] if state == "accepted" else None
    return Finding(**{**facts, "evidence": json.loads(row["evidence"])}, exempted=exempted, accepted=accepted)


def _conditions(wanted: Wanted) -> tuple[str, list[Any]]:
    parts, values = ["1"], []
    for field in fields(wanted):
        said = getattr(wanted, field.name)
        if said is None:
            continue
        if field.name == "rules":
            parts.append("rule IN (SELECT value FROM json_each(?))")
            values.append(json.dumps(said))
            continue
        columns = _WITHIN.get(field.name)
        if columns:
            parts.append("(" + " OR ".join(f"instr({column}, ?) > 0" for column in columns) + ")")
            values += [said] * len(columns)
        else:
            parts.append(f"{field.name} = ?")
            values.append(said)
    return " AND ".join(parts), values


def _group(row: tuple[Any, ...], by: By) -> Group:
    left, exempted, accepted, outdated, tables, label, *rest = row
    severity = rest[0] if by == "rule" else None
    agency, year = rest if by == "project" else (None, None)
    return Group(str(label or ""), severity, left, exempted, accepted, outdated, tables, agency, year)


def _of_table(rule: Rule, table_key: str, absent: set[str], *, found: bool) -> Evaluation:
    lack = next((name for name in rule.needs if name in absent), None)
    if lack is not None and not found:
        why = inputs()[lack]
        return Evaluation(rule=rule.code, outcome="not_evaluable", table_key=table_key, why_zh=why.zh, why_en=why.en)
    return Evaluation(rule=rule.code, outcome="found" if found else "clear", table_key=table_key)
