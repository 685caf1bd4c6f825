"""What a worker answers: how a source ended, its rows ready to be inserted, its Document ready to be kept."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import count
from typing import Any

from ingest.channel import Message
from ingest.failure import Failure
from ingest.outcome import Outcome
from ingest.rows import Row, Value, diagnostic_row, document_blob, indicator_row, table_row, target_rows
from normalize.text import spaced
from schema.source import Conservation, Source, Status


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of one table, each with a value for every column; a column that is null in all of them is left out.

    Ids stand in front and count from 0 within the source: the writer, who knows the last one given, adds it.
    """

    columns: tuple[str, ...] = ()
    values: Sequence[Sequence[Value]] = ()

    @classmethod
    def of(cls, rows: Sequence[Row]) -> "Rows":
        """Rows that all have the columns of the first.

        >>> Rows.of([{"a": 1, "b": None, "c": None}, {"a": 2, "b": "x", "c": None}])
        Rows(columns=('a', 'b'), values=[[1, None], [2, 'x']])
        """
        if not rows:
            return cls()
        columns = zip(rows[0], zip(*(row.values() for row in rows), strict=True), strict=True)
        filled = [(name, column) for name, column in columns if any(value is not None for value in column)]
        values = zip(*(column for _, column in filled), strict=True)
        return cls(tuple(name for name, _ in filled), list(map(list, values)))


@dataclass(frozen=True, slots=True)
class Answer:
    """One source, read; `document` is null where reading failed, `defect` is the traceback of a defect of our own."""

    source: Source
    status: Status
    cells: Conservation = field(default_factory=Conservation)
    rows: Mapping[str, Rows] = field(default_factory=dict)
    failure: Failure | None = None
    defect: str | None = None
    document: bytes | None = None

    @classmethod
    def of(cls, outcome: Outcome) -> "Answer":
        """An outcome as rows."""
        return cls(
            source=outcome.reading.source,
            status=outcome.status,
            cells=outcome.reading.cells,
            rows=dict(_rows(outcome)),
            failure=Failure.of(outcome),
            defect=outcome.defect,
            document=None if outcome.document is None else document_blob(outcome.document),
        )

    def message(self) -> Message:
        """The answer as it travels."""
        failure = self.failure
        return Message(
            {
                "source": self.source.model_dump(),
                "status": self.status.value,
                "cells": self.cells.model_dump(),
                "rows": {name: [rows.columns, rows.values] for name, rows in self.rows.items()},
                "why": None if failure is None else [failure.zh, failure.en],
                "defect": self.defect,
                "read": self.document is not None,
            },
            self.document or b"",
        )

    @classmethod
    def heard(cls, message: Message) -> "Answer":
        """The answer that arrived.

        >>> answer = Answer(Source(path="a.txt", sha256="00", format=None), Status.VANISHED)
        >>> Answer.heard(answer.message()) == answer
        True
        """
        said: Mapping[str, Any] = message.said
        source, status = Source(**said["source"]), Status(said["status"])
        return cls(
            source=source,
            status=status,
            cells=Conservation(**said["cells"]),
            rows={name: Rows(tuple(columns), values) for name, (columns, values) in said["rows"].items()},
            failure=None if said["why"] is None else Failure(source.path, status, *said["why"]),
            defect=said["defect"],
            document=message.content if said["read"] else None,
        )


def _rows(outcome: Outcome) -> Iterator[tuple[str, Rows]]:
    """The tables, indicators, targets and diagnostics of a source, and the words its indicators are found by."""
    indicator_ids = count()
    tables: list[Row] = []
    indicators: list[Row] = []
    targets: list[Row] = []
    for table_id, table in enumerate(outcome.reading.tables):
        tables.append({"table_id": table_id, "position": table_id + 1, **table_row(table)})
        for position, indicator in enumerate(table.indicators, start=1):
            indicator_id = next(indicator_ids)
            ids: Row = {"indicator_id": indicator_id, "table_id": table_id, "position": position}
            indicators.append({**ids, **indicator_row(indicator, table)})
            targets += ({"indicator_id": indicator_id, **row} for row in target_rows(indicator))
    diagnostics = [
        {"position": position, **diagnostic_row(diagnostic)}
        for position, diagnostic in enumerate(outcome.reading.diagnostics, start=1)
    ]
    yield "tables", Rows.of(tables)
    yield "indicators", Rows.of(indicators)
    yield "targets", Rows.of(targets)
    yield "indicator_words", Rows.of([_indexed(row) for row in indicators])
    yield "diagnostics", Rows.of(diagnostics)


def _indexed(indicator: Row) -> Row:
    lines = str(indicator["words"]).split("\n")
    return {"rowid": indicator["indicator_id"], "words": " ".join(map(_spaced, lines))}


# The words of a table stand with each of its indicators.
_spaced = lru_cache(maxsize=1024)(spaced)
