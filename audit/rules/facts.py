"""The temporary tables that rules ask, made once a connection."""

import sqlite3
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from audit.rules import achieved, execution, figures
from ingest.migrations import statements
from schema.model import Model


class Input(Model):
    """Something a rule can need of a table: the condition that it is there, and what is said where it is not."""

    holds: str
    zh: str
    en: str


@cache
def inputs() -> Mapping[str, Input]:
    """The inputs by name."""
    text = (files("audit.rules") / "inputs.toml").read_text(encoding="utf-8")
    return {name: Input.model_validate(said) for name, said in tomllib.loads(text).items()}


def prepare(connection: sqlite3.Connection) -> None:
    """Make what rules ask, once; the connection must be one that may have tables of its own."""
    if connection.execute("SELECT 1 FROM temp.sqlite_master WHERE name = 'planned'").fetchone():
        return
    figures.install(connection)
    execution.gather(connection)
    for statement in statements((files("audit.rules") / "facts.sql").read_text(encoding="utf-8")):
        connection.execute(statement)
    achieved.gather(connection)
    connection.commit()
    connection.execute("ANALYZE temp")
    connection.commit()
