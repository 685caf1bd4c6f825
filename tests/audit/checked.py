"""A checked database that several tests of the audit floor use."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from audit.database import reading
from audit.originals import Words
from audit.rules.registry import asks
from audit.side import beside
from audit.side.review import Review, reviewing

Imported = Callable[..., Path]

FAULTS = {"群众满意度 | ≥90%": "群众满意度 | ≥70%", "≥95%": "292%"}
"""Words that make R70 and R90 ask."""


@contextmanager
def checked(database: Path, *codes: str) -> Iterator[tuple[Review, sqlite3.Connection]]:
    """The review after rules were run."""
    chosen = [ask for ask in asks() if not codes or ask.rule.code in codes]
    with reading(database, strictly=False) as connection, reviewing(beside(database)) as review:
        review.run(connection, chosen)
        yield review, connection


Check = Callable[[sqlite3.Connection], Iterable[tuple[int, Words | None]]]


def problems_after(database: Path, check: Check, script: str = "") -> list[str]:
    """What a check of `verify` tells of a database, in English, once a script has changed it behind jixiao."""
    connection = sqlite3.connect(database)
    connection.executescript(script)
    connection.close()
    with reading(database, strictly=False) as connection:
        return [problem[1] for _looked_at, problem in check(connection) if problem is not None]
