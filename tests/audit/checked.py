"""A checked database that several tests of the audit floor use."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from audit.database import reading
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
