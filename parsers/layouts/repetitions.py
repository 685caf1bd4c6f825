"""Tables of one source that say the same twice: the same form printed again, a form and its line in a summary list."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from normalize.keys import table_key
from normalize.models import changed
from normalize.text import fold
from schema.catalogue import Code
from schema.diagnostic import Diagnostic
from schema.span import Span
from schema.table import Indicator, PerformanceTable, Spans

_COMPARED = 8
"""No table is compared with more of those before it."""
_OPEN = ("department", "agency", "agency_code", "project_code", "region", "fiscal_year", "goal")
"""What the one may state and the other leave open."""

Words = tuple[str, ...]


def told_once(
    tables: Sequence[PerformanceTable],
) -> tuple[tuple[PerformanceTable, ...], tuple[Diagnostic, ...]]:
    """The tables with those that say the same taken together, and what was; different contents stay apart.

    Two tables say the same where their keys and contents are equal, or where they name one project, contradict each
    other in nothing, and all indicators of the one, a line of a summary list, are among those of the other.
    """
    kept: list[PerformanceTable] = []
    diagnostics: list[Diagnostic] = []
    places: Mapping[str, list[int]] = defaultdict(list)
    keys = [table_key(table) for table in tables]
    times = Counter(keys)
    for table, key in zip(tables, keys, strict=True):
        names = _names(table, key if times[key] > 1 else None)
        candidates = dict.fromkeys(at for name in names for at in places[name][-_COMPARED:])
        found = next((at for at in candidates if _say_the_same(kept[at], table)), None)
        if found is None:
            for name in names:
                places[name].append(len(kept))
            kept.append(table)
        else:
            diagnostics.append(_said_twice(kept[found], table))
            kept[found] = _together(kept[found], table)
    return tuple(kept), tuple(diagnostics)


def _names(table: PerformanceTable, key: str | None) -> tuple[str, ...]:
    """Under which names a table may meet one that says the same: its project, and a key others have and its content."""
    content = "\x1f".join(sorted("\x1e".join(words) for words in _contents(table))) if key is not None else ""
    named = fold(table.project_name or "")
    return (*((f"{key} {content}",) if key is not None else ()), *((f"{table.kind} {named}",) if named else ()))


def _contents(table: PerformanceTable) -> Iterator[Words]:
    return (_words(indicator) for indicator in table.indicators)


def _words(indicator: Indicator) -> Words:
    said = indicator.stated
    value = fold("".join(filter(None, (said.operator, said.value, said.unit))))
    return fold(indicator.name), value, indicator.period, indicator.area or "", fold(indicator.actual or "")


def _say_the_same(one: PerformanceTable, other: PerformanceTable) -> bool:
    few, many = sorted((Counter(_contents(one)), Counter(_contents(other))), key=Counter.total)
    same_key = table_key(one) == table_key(other)
    if not few or one.kind != other.kind or not all(_agree(one, other, name) for name in (*_OPEN, "score")):
        return False
    if not all(_open_or_equal(getattr(one.budget, part), getattr(other.budget, part)) for part in ("total", "fiscal")):
        return False
    if few == many:
        return same_key or bool(one.project_name)
    # A list may leave out indicators of the form it sums up; a form that does is another form.
    return one.layout != other.layout and few <= many


def _agree(one: PerformanceTable, other: PerformanceTable, name: str) -> bool:
    first, second = getattr(one, name), getattr(other, name)
    if name == "goal" and first and second:
        first, second = fold(first), fold(second)
        return first in second or second in first
    return _open_or_equal(_comparable(first), _comparable(second))


def _comparable(said: str | int | None) -> str | int | None:
    return fold(said) if isinstance(said, str) else said


def _open_or_equal(one: object, other: object) -> bool:
    return one is None or other is None or one == other


def _together(first: PerformanceTable, second: PerformanceTable) -> PerformanceTable:
    """The fuller of two tables that say the same, with what only the other states, and the places of both."""
    fuller, other = (second, first) if len(second.indicators) > len(first.indicators) else (first, second)
    known = {name: getattr(other, name) for name in _OPEN if getattr(fuller, name) is None}
    budget = fuller.budget if fuller.budget.total is not None else other.budget
    spans = _both(fuller.spans, other.spans)
    indicators = tuple(_with_places(fuller.indicators, other.indicators))
    return changed(fuller, {**known, "budget": budget, "spans": spans, "indicators": indicators})


def _with_places(indicators: Sequence[Indicator], others: Sequence[Indicator]) -> Iterator[Indicator]:
    again: Mapping[Words, list[Indicator]] = defaultdict(list)
    for other in others:
        again[_words(other)].append(other)
    for indicator in indicators:
        found = again[_words(indicator)]
        yield changed(indicator, {"spans": _both(indicator.spans, found.pop(0).spans)}) if found else indicator


def _both(one: Spans, other: Spans) -> dict[str, tuple[Span, ...]]:
    return {name: (*one.get(name, ()), *other.get(name, ())) for name in (*one, *(o for o in other if o not in one))}


def _said_twice(first: PerformanceTable, second: PerformanceTable) -> Diagnostic:
    project = second.project_name or second.agency or second.title or ""
    args = {"project": project, "first": _place(first), "second": _place(second)}
    return Diagnostic(code=Code.SAID_TWICE, args=args, span=_begins(second))


def _begins(table: PerformanceTable) -> Span | None:
    own = (span for spans in table.spans.values() for span in spans)
    return next(own, next((span for i in table.indicators for spans in i.spans.values() for span in spans), None))


def _place(table: PerformanceTable) -> str:
    span = _begins(table)
    if span is None:
        return "?"
    return span.place if span.row is None else f"{span.place} › {span.row}"
