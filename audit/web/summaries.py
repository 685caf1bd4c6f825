"""Answers to fixed questions about the whole database, remembered until an import changes it."""

import sqlite3
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar, cast

from audit.web.connection import PATIENT_SECONDS, asking

Answer = TypeVar("Answer")
State = tuple[Any, ...]

_KEPT = 200
_STATE = """SELECT (SELECT max(import_id) FROM imports), (SELECT count(finished_at) FROM imports),
  (SELECT max(source_id) FROM sources), (SELECT max(diagnostic_id) FROM diagnostics)"""


@dataclass(slots=True)
class Summaries:
    """One answer a question; each is asked for once, by whoever comes first, with more time than a person's has."""

    held: dict[str, tuple[State, Any]] = field(default_factory=dict)
    locks: defaultdict[str, Lock] = field(default_factory=lambda: defaultdict(Lock))

    def of(self, database: Path, name: str, ask: Callable[[sqlite3.Connection], Answer]) -> Answer:
        """The answer to a question with a name of its own, for the database as it is now."""
        with asking(database, PATIENT_SECONDS) as connection:
            state = tuple(connection.execute(_STATE).fetchone())
            return self.kept(name, state, lambda: ask(connection))

    def kept(self, name: str, state: State, ask: Callable[[], Answer]) -> Answer:
        """The same for an answer that rests on something whose state is said."""
        with self.locks[name]:
            held = self.held.get(name)
            if held is None or held[0] != state:
                held = (state, ask())
                self.held[name] = held
                while len(self.held) > _KEPT:  # what was asked for longest ago goes first
                    oldest = next(iter(self.held))
                    self.held.pop(oldest, None)
                    self.locks.pop(oldest, None)
            return cast("Answer", held[1])
