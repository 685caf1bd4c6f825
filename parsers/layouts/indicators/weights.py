"""Weights that have no column of their own: behind names, 合格率（20分）, or before scores, 50/48 below 分值/得分."""

import re
from collections.abc import Sequence

from normalize.models import changed
from normalize.text import fold
from parsers.layouts.indicators.columns import Columns
from parsers.layouts.words import labels
from schema.table import Indicator

_BEHIND_NAME = re.compile(r"\s*[(（]\s*(?P<weight>\d{1,3}(?:\.\d{1,2})?)\s*分\s*[)）]\s*$")
_PAIR = re.compile(r"\s*(?P<one>\d{1,3}(?:\.\d{1,2})?)\s*[/／]\s*(?P<other>\d{1,3}(?:\.\d{1,2})?)\s*")
_JOINT = re.compile(r"[/／、]")
_FEWEST = 2


def with_weights(indicators: Sequence[Indicator], columns: Columns) -> tuple[Indicator, ...]:
    """The indicators of a grid, each with the weight its name or its score carries, where no column holds weights."""
    for role in ("score", "weight"):
        if (roles := _of_pair(columns, role)) is not None:
            return tuple(_apart(indicator, role, roles) for indicator in indicators)
    if "weight" in columns.ranges or "score" not in columns.ranges:
        return tuple(indicators)
    named = [_BEHIND_NAME.search(indicator.name) for indicator in indicators]
    if sum(map(bool, named)) < max(_FEWEST, len(indicators) / 2):
        return tuple(indicators)
    return tuple(
        indicator if weight is None or not weight.start() else _weighed(indicator, weight)
        for indicator, weight in zip(indicators, named, strict=True)
    )


def _weighed(indicator: Indicator, weight: re.Match[str]) -> Indicator:
    """An indicator with the weight behind its name as its weight; its name is stated as written."""
    spans = {**indicator.spans, "weight": indicator.spans.get("name", ())}
    name = indicator.name[: weight.start()]
    return changed(indicator, {"name": name, "weight": weight["weight"], "spans": spans})


def _of_pair(columns: Columns, role: str) -> tuple[str, str] | None:
    """What the two numbers of a column are, as its label names them: 分值/得分."""
    at = columns.first(role)
    label = next((slot.text for slot in columns.header if slot.column == at), "") if at is not None else ""
    told = [labels.column(part) or "" for part in _JOINT.split(fold(label))]
    return (told[0], told[1]) if sorted(told) == ["score", "weight"] else None


def _apart(indicator: Indicator, role: str, roles: tuple[str, str]) -> Indicator:
    pair = _PAIR.fullmatch(getattr(indicator, role) or "")
    if pair is None:
        return indicator
    told = dict(zip(roles, pair.group("one", "other"), strict=True))
    spans = dict.fromkeys(roles, indicator.spans.get(role, ()))
    return changed(indicator, {**told, "spans": {**indicator.spans, **spans}})
