"""The steps from an empty file to the schema of today, one `.sql` file each, in the order of their names.

A step that was ever released is never edited; a change of the schema is a new file.
"""

import re
import sqlite3
from collections.abc import Callable, Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable

from sqlite_utils import Database, Migrations

from ingest.seals import seal_everything

SET = "jixiao"
_END = re.compile(r";[ \t]*$", re.MULTILINE)


def statements(script: str) -> Iterator[str]:
    """The statements of a script, each run by itself: `executescript` would commit the transaction around them.

    A statement ends with a semicolon at the end of a line.

    >>> list(statements("CREATE TABLE a (\\n b -- one; two\\n);\\nDROP TABLE c;\\n"))
    ['CREATE TABLE a (\\n b -- one; two\\n)', 'DROP TABLE c']
    """
    return filter(None, (part.strip() for part in _END.split(script)))


def _step(name: str) -> Callable[[Database], None]:
    def apply(db: Database) -> None:
        for statement in statements(_folder().joinpath(f"{name}.sql").read_text(encoding="utf-8")):
            db.conn.execute(statement)
        if name in _AFTER:
            _AFTER[name](db.conn)

    return apply


_AFTER: dict[str, Callable[[sqlite3.Connection], None]] = {"0005_seals": seal_everything}
"""What SQL alone cannot do of a step. Seals are taken of the columns of today: a later step that adds to what is sealed
takes the place of this one here, and seals what is there anew."""


def names() -> tuple[str, ...]:
    """The names of all steps, in order."""
    return tuple(
        sorted(entry.name.removesuffix(".sql") for entry in _folder().iterdir() if entry.name.endswith(".sql"))
    )


def steps() -> Migrations:
    """Every step, ready to be applied; each runs in one transaction with the record that it ran."""
    migrations = Migrations(SET)
    for name in names():
        migrations(name=name)(_step(name))
    return migrations


def _folder() -> Traversable:
    return files(__name__)
