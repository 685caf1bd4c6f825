"""Targets before and after an adjustment that stand in grids of their own, brought together."""

from collections.abc import Sequence

from normalize.models import changed
from normalize.text import fold
from parsers.layouts.indicators.columns import Columns
from schema.table import Indicator

Found = tuple[Columns, Sequence[Indicator]]


def adjusted(found: Sequence[Found]) -> tuple[Indicator, ...]:
    """The indicators of all grids of a form, those after an adjustment with what held before it.

    An indicator that the adjustment dropped stays, without a value. Grids that say nothing of an adjustment stay as
    they are, and so do those before one if there are none after it.
    """
    before = [indicator for columns, indicators in found if columns.stage == "before" for indicator in indicators]
    rest = [indicator for columns, indicators in found if columns.stage != "before" for indicator in indicators]
    if not before or not any(columns.stage == "after" for columns, _ in found):
        return tuple(indicator for _, indicators in found for indicator in indicators)
    told: list[Indicator] = []
    for indicator in rest:
        earlier = next((old for old in before if _same(old, indicator)), None)
        if earlier is not None:
            before.remove(earlier)
        told.append(_with_previous(indicator, earlier))
    return (*told, *(_dropped(old) for old in before))


def _same(one: Indicator, other: Indicator) -> bool:
    levels = all(not a or not b or a == b for a, b in ((one.level1, other.level1), (one.level2, other.level2)))
    return levels and fold(one.name) == fold(other.name) and one.period == other.period


def _with_previous(indicator: Indicator, earlier: Indicator | None) -> Indicator:
    if earlier is None:
        return indicator
    told = {"previous": earlier.spans["value"]} if "value" in earlier.spans else {}
    # Levels that are printed once stand before the adjustment.
    levels = {name: getattr(earlier, name) for name in ("level1", "level2") if getattr(indicator, name) is None}
    at = {name: earlier.spans[name] for name, level in levels.items() if level is not None and name in earlier.spans}
    update = {**levels, "previous": _value(earlier), "spans": {**indicator.spans, **at, **told}}
    return changed(indicator, update)


def _dropped(old: Indicator) -> Indicator:
    spans = {("previous" if name == "value" else name): span for name, span in old.spans.items()}
    stated = changed(old.stated, {"value": None})
    # What it was a part of may be one that stayed, and has other words now.
    return changed(old, {"stated": stated, "previous": _value(old), "parent": None, "spans": spans})


def _value(old: Indicator) -> str:
    """What was stated, operator and unit with it."""
    return "".join(filter(None, (old.stated.operator, old.stated.value, old.stated.unit)))
