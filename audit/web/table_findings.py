"""What the rules ask about one table: its findings by indicator, and the rules that could not be put to it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

from audit import side
from audit.findings import SEVERITIES, Evaluation, Finding, Rule, Severity
from audit.side.review import By, Group, Review, Wanted, reviewing
from audit.web.desk import Desk

_MOST = 200
_STATE = """SELECT (SELECT max(run_id) FROM runs), (SELECT count(*) FROM findings),
  (SELECT max(decision_id) FROM decisions), (SELECT count(withdrawn_at) FROM decisions)"""


@dataclass(frozen=True, slots=True)
class Doubts:
    """The findings of a table, those of the whole table under None; nothing where no rule was ever run."""

    findings: Mapping[str | None, list[Finding]] = field(default_factory=dict)
    unevaluable: tuple[Evaluation, ...] = ()
    rules: Mapping[str, Rule] = field(default_factory=dict)


def doubts_of(database: Path, table_key: str) -> Doubts:
    """The doubts about the table of a key; raises `CommandError` where what is kept beside the database is not ours."""
    path = side.beside(database)
    if not path.exists():
        return Doubts()
    with reviewing(path) as review:
        found: dict[str | None, list[Finding]] = {}
        for finding in review.findings(Wanted(table_key=table_key), limit=_MOST):
            found.setdefault(finding.indicator_key, []).append(finding)
        told = tuple(each for each in review.table_evaluations(table_key) if each.outcome == "not_evaluable")
        return Doubts(found, told, {rule.code: rule for rule in review.rules()})


def summed(desk: Desk, review: Review, by: By) -> list[Group]:
    """How many findings there are by rule or department, remembered until a run or a decision changes it."""
    return desk.summaries.kept(f"findings by {by}", _state(review), lambda: review.summary(by))


def counted(desk: Desk, review: Review, wanted: Wanted) -> int:
    """How many findings there are of some kind, remembered likewise."""
    return desk.summaries.kept(f"findings {wanted}", _state(review), lambda: review.count(wanted))


def listed(desk: Desk, review: Review, wanted: Wanted, sort: str, limit: int, offset: int = 0) -> list[Finding]:
    """Findings in the order of a sort; the most severe rules are asked one by one, the rest is not looked at."""
    if sort != "severity" or wanted.rule is not None or wanted.key is not None or wanted.table_key is not None:
        return list(review.findings(wanted, sort, limit, offset))
    groups = sorted(summed(desk, review, "rule"), key=lambda group: (SEVERITIES.index(_severity(group)), group.label))
    each = (
        finding
        for group in groups
        for finding in review.findings(replace(wanted, rule=group.label), "document", offset + limit)
    )
    return list(islice(each, offset, offset + limit))


def _severity(group: Group) -> Severity:
    return next((severity for severity in SEVERITIES if severity == group.severity), "review")


def _state(review: Review) -> tuple[int | None, ...]:
    return tuple(review.connection.execute(_STATE).fetchone())
