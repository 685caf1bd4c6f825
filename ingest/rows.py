"""From a reading to the rows that are stored: flat, exact text beside a REAL copy, JSON where a list is one value."""

import json
import zlib
from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import cache, lru_cache
from math import isinf
from operator import attrgetter

from pydantic import TypeAdapter

from ingest.identity import content, identified
from normalize.text import fold
from schema.diagnostic import Diagnostic
from schema.document import Document
from schema.model import Model
from schema.span import Span
from schema.table import Indicator, PerformanceTable, Spans, Stated
from schema.target import Blank, Comparison, Deadline, Statement, Unparsed

Value = str | int | float | bytes | None
Row = dict[str, Value]

_KINDS = (Comparison, Deadline, Statement, Blank, Unparsed)
_NO_TARGET: Row = dict.fromkeys([field for kind in _KINDS for field in kind.model_fields] + ["low_real", "high_real"])
_NESTED = {"budget", "funds", "fields", "indicators", "spans", "stated", "grades", "join", "targets", "actual_targets"}


_Fields = tuple[tuple[str, ...], Callable[[Model], tuple[Value, ...]]]


def _plain(model: type[Model]) -> _Fields:
    """The fields of a model that are columns as they stand, and what takes them all out of one in one go."""
    names = tuple(name for name in model.model_fields if name not in _NESTED)
    return names, attrgetter(*names)


_OF_TABLE, _OF_INDICATOR = _plain(PerformanceTable), _plain(Indicator)
_OF_TARGET = {kind: _plain(kind) for kind in _KINDS}
_OF_STATED = tuple(f"stated_{name}" for name in Stated.model_fields), attrgetter(*Stated.model_fields)


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
        **_columns(_OF_TABLE, table),
        "budget_total": table.budget.total,
        "budget_fiscal": table.budget.fiscal,
        "budget_other": table.budget.other,
        "budget_total_real": real(table.budget.total),
        "content": content(table),
        "identified": int(identified(table)),
        "indicator_count": len(table.indicators),
        "target_count": sum(len(indicator.targets) for indicator in table.indicators),
        "unparsed_count": sum(target.kind == "unparsed" for row in table.indicators for target in row.targets),
        "funds": _json([fund.model_dump() for fund in table.funds]),
        "fields": _json([field.model_dump(exclude_none=True) for field in table.fields]),
        "spans": _spans(table.spans),
    }


def indicator_row(indicator: Indicator, table: PerformanceTable) -> Row:
    """An indicator without its targets; the table gives the words it is found by."""
    place = where(indicator)
    return {
        **_columns(_OF_INDICATOR, indicator),
        **_columns(_OF_STATED, indicator.stated),
        "grades": _json(dict(indicator.grades)) if indicator.grades else "{}",
        "targets_join": indicator.join,
        "place": place.place if place else None,
        "row": place.row if place else None,
        "column": place.column if place else None,
        "spans": _spans(indicator.spans),
        "words": words(indicator, table),
    }


def target_rows(indicator: Indicator) -> Iterator[Row]:
    """The typed readings of an indicator, planned before actual."""
    for role, targets in (("planned", indicator.targets), ("actual", indicator.actual_targets)):
        for position, target in enumerate(targets, start=1):
            row = {**_NO_TARGET, **_columns(_OF_TARGET[type(target)], target), "role": role, "position": position}
            if isinstance(target, Comparison):
                row["low_real"], row["high_real"] = real(target.low), real(target.high)
            yield row


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
        "box": span.box.model_dump_json() if span and span.box else None,
    }


def where(indicator: Indicator) -> Span | None:
    """The one place to look at: where the value stands, else the name, else whatever is known."""
    for field in ("value", "name", *indicator.spans):
        for span in indicator.spans.get(field, ()):
            return span
    return None


def words(indicator: Indicator, table: PerformanceTable) -> str:
    """What an indicator is found by, folded, a line each, so that no word spans two of them.

    >>> from schema.table import Stated
    >>> row = Indicator(name="培训 人次", level2="数量指标", stated=Stated(value="≥２００人次"))
    >>> words(row, PerformanceTable(kind="project_target", project_name="执法", layout="form")).split("\\n")
    ['培训人次', '≥200人次', '数量指标', '执法']
    """
    stated = indicator.stated
    texts = (indicator.name, stated.name, indicator.description, stated.value, indicator.actual, indicator.remark,
             indicator.level1, stated.level1, indicator.level2, stated.level2, indicator.area,
             table.project_name, table.title, table.department, table.agency)  # fmt: skip
    return "\n".join(dict.fromkeys(folded for text in texts if text and (folded := _folded(text))))


# The words of a table stand with each of its indicators.
_folded = lru_cache(maxsize=1024)(fold)


def _columns(fields: _Fields, model: Model) -> Row:
    names, values = fields
    return dict(zip(names, values(model), strict=True))


@cache
def _places() -> TypeAdapter[Spans]:
    return TypeAdapter(Spans)


def _spans(spans: Spans) -> str:
    return _places().dump_json(spans, exclude_none=True).decode()


_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def document_blob(document: Document) -> bytes:
    """A Document as it is stored."""
    return zlib.compress(document.model_dump_json(exclude_none=True).encode())


def document_of(blob: bytes) -> Document:
    """A Document as it was stored."""
    return Document.model_validate_json(zlib.decompress(blob))
