"""From a reading to the rows that are stored: flat, exact text beside a REAL copy, JSON where a list is one value."""

import json
import zlib
from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from functools import cache, lru_cache
from math import isinf
from operator import attrgetter, itemgetter
from typing import Any

from pydantic import TypeAdapter

from ingest.columns import Row, Value
from ingest.identity import content, identified
from normalize.text import fold
from schema.diagnostic import Diagnostic
from schema.document import Block, Document, Grid
from schema.model import Model
from schema.span import Span
from schema.table import Fund, HeaderField, Indicator, PerformanceTable, Spans, Stated
from schema.target import Blank, Comparison, Deadline, Statement, Unparsed

_KINDS = (Comparison, Deadline, Statement, Blank, Unparsed)
_NESTED = {"budget", "funds", "fields", "indicators", "spans", "stated", "grades", "join", "targets", "actual_targets"}


def _plain(model: type[Model]) -> tuple[str, ...]:
    """The fields of a model that are columns as they stand."""
    return tuple(name for name in model.model_fields if name not in _NESTED)


# Each takes all fields out of a model in one go.
_table_fields, _indicator_fields = _plain(PerformanceTable), _plain(Indicator)
_table_values = attrgetter(*_table_fields)
_indicator_values = attrgetter(*_indicator_fields, *(f"stated.{name}" for name in Stated.model_fields), "join")
_target_fields = tuple(dict.fromkeys(name for kind in _KINDS for name in kind.model_fields))

INDICATOR_COLUMNS = (*_indicator_fields, *(f"stated_{name}" for name in Stated.model_fields), "targets_join", "grades",
                     "place", "row", "column", "spans", "words")  # fmt: skip
TARGET_COLUMNS = (*_target_fields, "role", "position", "low_real", "high_real")


def _widened(kind: type[Model]) -> Callable[[Model], tuple[Value, ...]]:
    """What takes the fields of all kinds of targets out of one of this kind, null where it has no such field."""
    own = tuple(kind.model_fields)
    take = attrgetter(*own)
    places = {name: place for place, name in enumerate(own)}
    arrange = itemgetter(*(places.get(name, len(own)) for name in _target_fields))
    return lambda target: arrange((*take(target), None))


_OF_TARGET = {kind: _widened(kind) for kind in _KINDS}


def real(exact: str | None) -> float | None:
    """The nearest float of an exact number, for comparison in SQL; null beyond what a float holds.

    >>> real("231.5"), real("2000/3"), real(None), real("1" + "0" * 400)
    (231.5, 666.6666666666666, None, None)
    """
    if exact is None:
        return None
    try:
        nearest = float(exact) if "/" not in exact else float(Fraction(exact))
    except OverflowError:
        return None
    return None if isinf(nearest) else nearest


def table_row(table: PerformanceTable) -> Row:
    """A table without its indicators."""
    return {
        **dict(zip(_table_fields, _table_values(table), strict=True)),
        "budget_total": table.budget.total,
        "budget_fiscal": table.budget.fiscal,
        "budget_other": table.budget.other,
        "budget_total_real": real(table.budget.total),
        "content": content(table),
        "identified": int(identified(table)),
        "indicator_count": len(table.indicators),
        "target_count": sum(len(indicator.targets) for indicator in table.indicators),
        "unparsed_count": sum(target.kind == "unparsed" for row in table.indicators for target in row.targets),
        "funds": _adapter(tuple[Fund, ...]).dump_json(table.funds).decode(),
        "fields": _adapter(tuple[HeaderField, ...]).dump_json(table.fields, exclude_none=True).decode(),
        "spans": _spans(table.spans),
    }


def indicator_values(indicator: Indicator, table_words: Iterable[str]) -> tuple[Value, ...]:
    """An indicator without its targets, in the order of `INDICATOR_COLUMNS`; its table adds words to find it by."""
    place = where(indicator)
    return (
        *_indicator_values(indicator),
        _json(dict(indicator.grades)) if indicator.grades else "{}",
        *((None, None, None) if place is None else (place.place, place.row, place.column)),
        _spans(indicator.spans),
        words(indicator, table_words),
    )


def target_values(indicator: Indicator) -> Iterator[tuple[Value, ...]]:
    """The typed readings of an indicator, planned before actual, each in the order of `TARGET_COLUMNS`."""
    for role, targets in (("planned", indicator.targets), ("actual", indicator.actual_targets)):
        for position, target in enumerate(targets, start=1):
            bounds = (real(target.low), real(target.high)) if isinstance(target, Comparison) else (None, None)
            yield *_OF_TARGET[type(target)](target), role, position, *bounds


def diagnostic_row(diagnostic: Diagnostic) -> Row:
    """A diagnostic with its sentences, so that a reader of the database needs no catalogue."""
    span = diagnostic.span
    return {
        "code": diagnostic.code.value,
        "severity": diagnostic.severity.value,
        "args": _json(dict(diagnostic.args)),
        "message_zh": diagnostic.message("zh"),
        "message_en": diagnostic.message("en"),
        "place": span.place if span else None,
        "row": span.row if span else None,
        "column": span.column if span else None,
        "box": _json(span.box._asdict()) if span and span.box else None,
    }


def where(indicator: Indicator) -> Span | None:
    """The one place to look at: where the value stands, else the name, else whatever is known."""
    for field in ("value", "name", *indicator.spans):
        for span in indicator.spans.get(field, ()):
            return span
    return None


def words(indicator: Indicator, table_words: Iterable[str] = ()) -> str:
    """What an indicator is found by, folded, a line each, so that no word spans two of them.

    >>> from schema.table import Stated
    >>> row = Indicator(name="培训 人次", level2="数量指标", stated=Stated(value="≥２００人次"))
    >>> words(row, ["执法"]).split("\\n")
    ['培训人次', '≥200人次', '数量指标', '执法']
    """
    said = {folded: None for text in _searched(indicator) if text and (folded := fold(text))}
    said.update(dict.fromkeys(table_words))
    return "\n".join(said)


def words_of(table: PerformanceTable) -> tuple[str, ...]:
    """What each indicator of a table is found by besides its own words."""
    texts = (table.project_name, table.title, table.department, table.agency)
    return tuple(folded for text in texts if text and (folded := fold(text)))


_searched = attrgetter("name", "stated.name", "description", "stated.value", "actual", "remark", "level1",
                       "stated.level1", "level2", "stated.level2", "area")  # fmt: skip


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def _spans(spans: Spans) -> str:
    return "{" + ",".join([f'"{field}":[{",".join(map(_place, places))}]' for field, places in spans.items()]) + "}"


@lru_cache(maxsize=8192)
def _place(span: Span) -> str:
    """A span as JSON; that of a level stands with many indicators, and every form has a first row."""
    return _adapter(Span).dump_json(span, exclude_none=True).decode()


_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def document_blob(document: Document) -> bytes:
    """A Document as it is stored.

    Its cells are written as the tuples they are: pydantic would ask each of them what it is.
    """
    said = document.model_dump(mode="json", exclude={"blocks": {"__all__": {"cells"}}}, exclude_none=True)
    said["blocks"] = [_with_cells(block, told) for block, told in zip(document.blocks, said["blocks"], strict=True)]
    return zlib.compress(_json(said).encode())


def _with_cells(block: Block, told: dict[str, Any]) -> dict[str, Any]:
    """What is said of a block, with its cells in their place."""
    if not isinstance(block, Grid):
        return told
    return {name: getattr(block, name) for name in Grid.model_fields if name == "cells" or name in told}


class DamagedError(ValueError):
    """A stored Document is no longer one."""


def document_of(blob: bytes) -> Document:
    """A Document as it was stored; raises `DamagedError` where it is none any more."""
    try:
        return Document.model_validate_json(zlib.decompress(blob))
    except (zlib.error, ValueError) as error:
        raise DamagedError(str(error)) from error
