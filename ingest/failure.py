"""Why a file has no tables in the database, for a person."""

from collections.abc import Iterable
from dataclasses import dataclass

from ingest.outcome import Outcome
from schema.catalogue import Code
from schema.diagnostic import Severity
from schema.source import Status

WHY_NO_TABLES = (Code.EMPTY_TEMPLATE, Code.TABLE_NOT_UNDERSTOOD)
"""What is odd about a file says why it holds no table that could be imported."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A file without tables in the database: how it ended, and why in both languages."""

    path: str
    status: Status
    zh: str
    en: str

    @classmethod
    def of(cls, outcome: Outcome) -> "Failure | None":
        """How a source failed, None if it did not."""
        if outcome.status.well:
            return None
        odd = outcome.reading.diagnostics
        reasons = [d for d in odd if d.severity is Severity.ERROR or d.code in WHY_NO_TABLES]
        zh, en = joined((d.message("zh"), d.message("en")) for d in reasons)
        return cls(outcome.reading.source.path, outcome.status, zh, en)


def joined(reasons: Iterable[tuple[str, str]]) -> tuple[str, str]:
    """Reasons in both languages as one sentence each, none said twice.

    >>> joined([("空", "empty"), ("坏", "bad"), ("空", "empty")])
    ('空；坏', 'empty; bad')
    """
    said = tuple(dict.fromkeys(reasons))
    return "；".join(zh for zh, _ in said), "; ".join(en for _, en in said)
