"""The JSON that programs depend on, as JSON Schema, and the database as SQL: files beside the pages."""

import json
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel, TypeAdapter

from handbook.page import Page
from ingest.store import opened
from schema.document import Document
from schema.source import SourceReading
from schema.target import Target

_MODELS: dict[str, type[BaseModel]] = {"parse": SourceReading, "document": Document}


def written() -> Iterator[Page]:
    """A schema of each model, one of targets, and the statements that make the database."""
    for name, model in _MODELS.items():
        yield _schema(name, model.model_json_schema(mode="serialization"))
    yield _schema("target", TypeAdapter(Target).json_schema(mode="serialization"))
    yield Page("database.sql", _statements())


def _schema(name: str, schema: object) -> Page:
    return Page(f"{name}.schema.json", json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n")


def _statements() -> str:
    with tempfile.TemporaryDirectory() as folder, opened(Path(folder) / "empty.db") as store:
        return "\n\n".join(f"{sql};" for sql in _listed(store.connection)) + "\n"


def _listed(connection: sqlite3.Connection) -> list[str]:
    """Tables, then indexes and views, by name; those that SQLite keeps for itself left out."""
    listed = (
        "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%' AND name NOT LIKE '_sqlite%'"
        " AND name NOT LIKE 'indicator_words_%' ORDER BY type = 'view', type = 'index', name"
    )
    return [sql for (sql,) in connection.execute(listed)]
