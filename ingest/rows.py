"""From a reading to the rows that are stored: flat, exact text beside a REAL copy, JSON where a list is one value."""

import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache

from ingest.identity import content, identified
from normalize.text import fold
from schema.diagnostic import Diagnostic
from schema.document import Document
from schema.span import Span
from schema.table import Indicator, PerformanceTable
from schema.target import Blank, Comparison, Deadline, Statement, Target, Unparsed

Value = str | int | float | bytes | None
Row = dict[str, Value]

_KINDS = (Comparison, Deadline, Statement, Blank, Unparsed)
_NO_TARGET: Row = dict.fromkeys([field for kind in _KINDS for field in kind.model_fields] + ["low_real", "high_real"])
_NESTED = {"budget", "funds", "fields", "indicators", "spans", "stated", "grades", "join", "targets", "actual_targets"}


def real(exact: str | None) -> float | None:
    """The nearest float of an exact number, for comparison in SQL; null beyond what a float holds.

    >>> real("231.5"), real("2000/3"), real(None), real("1" + "0" * 400)
    (231.5, 666.6666666666666, None, None)
    """
    if exact is None:
        return None
    try:
        return float(Fraction(exact))
    except OverflowError:
        return None


def table_row(table: PerformanceTable) -> Row:
    """A table without its indicators."""
    return {
        **{name: getattr(table, name) for name in PerformanceTable.model_fields if name not in _NESTED},
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
        **{name: getattr(indicator, name) for name in Indicator.model_fields if name not in _NESTED},
        **{f"stated_{name}": text for name, text in indicator.stated},
        "grades": _json(dict(indicator.grades)),
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
            yield {**_NO_TARGET, **_target(target), "role": role, "position": position}


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


def _target(target: Target) -> Row:
    row: Row = target.model_dump()
    match target:
        case Comparison(low=low, high=high):
            return {**row, "low_real": real(low), "high_real": real(high)}
        case _:
            return row


def _spans(spans: Mapping[str, Sequence[Span]]) -> str:
    return _json({field: [span.model_dump(exclude_none=True) for span in places] for field, places in spans.items()})


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def document_blob(document: Document) -> bytes:
    """A Document as it is stored."""
    return zlib.compress(document.model_dump_json(exclude_none=True).encode())


def document_of(blob: bytes) -> Document:
    """A Document as it was stored."""
    return Document.model_validate_json(zlib.decompress(blob))
