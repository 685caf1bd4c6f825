"""Records as data frames, by one call each; pandas and polars are loaded only when they are asked for."""

from collections.abc import Iterable, Mapping
from importlib import import_module
from typing import Any

from audit.asking.find import Hit
from audit.asking.records import record
from audit.queries import Answer
from ingest.exits import CommandError, Exit

Rows = Answer | Iterable[Hit | Mapping[str, Any]]


def plain(rows: Rows) -> list[dict[str, Any]]:
    """Hits, an answer or records as flat records."""
    if isinstance(rows, Answer):
        return rows.records()
    return [record(row, "zh") if isinstance(row, Hit) else dict(row) for row in rows]


def to_pandas(rows: Rows) -> Any:
    """A `pandas.DataFrame`; raises `CommandError` where pandas is missing."""
    return _library("pandas").DataFrame.from_records(plain(rows))


def to_polars(rows: Rows) -> Any:
    """A `polars.DataFrame`; raises `CommandError` where polars is missing."""
    return _library("polars").DataFrame(plain(rows), infer_schema_length=None)


def _library(name: str) -> Any:
    try:
        return import_module(name)
    except ImportError:
        raise CommandError(
            Exit.USAGE,
            zh=f"没有安装 {name}：请运行 pip install {name}",
            en=f"{name} is not installed: run pip install {name}",
        ) from None
