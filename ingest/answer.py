"""What a worker answers: how a source ended, its rows ready to be inserted, its Document ready to be kept."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from ingest.channel import Message
from ingest.columns import Row, Rows, Value
from ingest.failure import Failure
from ingest.outcome import Outcome
from ingest.rows import (
    INDICATOR_COLUMNS,
    TARGET_COLUMNS,
    diagnostic_row,
    document_blob,
    indicator_values,
    table_row,
    target_values,
    words_of,
)
from ingest.seals import rows_seal
from normalize.text import spaced
from schema.source import Conservation, Source, Status

NO_ROWS = rows_seal({})


@dataclass(frozen=True, slots=True)
class Answer:
    """One source, read; `document` is null where reading failed, `defect` is the traceback of a defect of our own.

    `damaged` says that what was stored of it can no longer be used, so that nothing is known: its file is to be read.
    `seal` is that of the rows, reckoned where they were made; `passing` says that the machine was short of something.
    """

    source: Source
    status: Status
    cells: Conservation = field(default_factory=Conservation)
    rows: Mapping[str, Rows] = field(default_factory=dict)
    failure: Failure | None = None
    defect: str | None = None
    document: bytes | None = None
    damaged: bool = False
    seal: str = NO_ROWS
    passing: bool = False

    @classmethod
    def of(cls, outcome: Outcome) -> "Answer":
        """An outcome as rows."""
        rows = dict(_rows(outcome))
        return cls(
            source=outcome.reading.source,
            status=outcome.status,
            cells=outcome.reading.cells,
            rows=rows,
            failure=Failure.of(outcome),
            defect=outcome.defect,
            document=None if outcome.document is None else document_blob(outcome.document),
            seal=rows_seal(rows),
            passing=outcome.passing,
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
                "damaged": self.damaged,
                "seal": self.seal,
                "passing": self.passing,
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
            rows={
                name: Rows(tuple(columns), tuple(map(tuple, values)))
                for name, (columns, values) in said["rows"].items()
            },
            failure=None if said["why"] is None else Failure(source.path, status, *said["why"]),
            defect=said["defect"],
            document=message.content if said["read"] else None,
            damaged=said["damaged"],
            seal=said["seal"],
            passing=said["passing"],
        )


def _rows(outcome: Outcome) -> Iterator[tuple[str, Rows]]:
    """The tables, indicators, targets and diagnostics of a source, and the words its indicators are found by."""
    tables: list[Row] = []
    indicators: list[tuple[Value, ...]] = []
    targets: list[tuple[Value, ...]] = []
    for table_id, table in enumerate(outcome.reading.tables):
        tables.append({"table_id": table_id, "position": table_id + 1, **table_row(table)})
        of_all = words_of(table)
        for position, indicator in enumerate(table.indicators, start=1):
            indicator_id = len(indicators)
            indicators.append((indicator_id, table_id, position, *indicator_values(indicator, of_all)))
            targets += ((indicator_id, *values) for values in target_values(indicator))
    diagnostics = [
        {"position": position, **diagnostic_row(diagnostic)}
        for position, diagnostic in enumerate(outcome.reading.diagnostics, start=1)
    ]
    yield "tables", Rows.of(tables)
    yield "indicators", Rows.under(("indicator_id", "table_id", "position", *INDICATOR_COLUMNS), indicators)
    yield "targets", Rows.under(("indicator_id", *TARGET_COLUMNS), targets)
    yield "indicator_words", Rows.under(("rowid", "words"), [(row[0], _indexed(str(row[-1]))) for row in indicators])
    yield "diagnostics", Rows.of(diagnostics)


def _indexed(words: str) -> str:
    return " ".join(map(_spaced, words.split("\n")))


# The words of a table stand with each of its indicators.
_spaced = lru_cache(maxsize=1024)(spaced)
