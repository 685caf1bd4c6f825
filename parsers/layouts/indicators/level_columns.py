"""Which columns hold the levels, whatever stands over them, and which label only gathers the columns beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from normalize.placeholders import is_placeholder
from normalize.taxonomy import is_level, level1, level2
from parsers.layouts.grids.rows import Row, Slot
from parsers.layouts.indicators.headings import Heading
from parsers.layouts.words import labels

_LEVELS = ("level1", "level2")
_SHARE = 0.6
_READ = 30
"""So many rows tell what a column holds."""
_UNSURE = frozenset({None, "nature", "operator", "period", "description", "direction"})
"""What the label of a column of levels may be taken for: 指标类型 stands over 定量, too."""


def without_gathering(headings: Sequence[Heading], rows: Sequence[Row]) -> list[Heading]:
    """The headings, where 绩效指标 left of the levels names nothing: it gathers all that stands right of it.

    It does so where another column is called for the names, or where nothing stands below it but itself.
    """
    gathers = {
        id(heading)
        for heading, beside in pairwise(headings)
        if heading.role == "name" and beside.role in _LEVELS and labels.is_group(heading.label)
    }
    for heading in headings if gathers else ():
        named = any(h.role == "name" and h.slot.column > heading.slot.column for h in headings if id(h) not in gathers)
        if id(heading) in gathers and not named and not all(map(labels.is_group, _below(heading, rows))):
            gathers.discard(id(heading))
    return [replace(heading, role=None) if id(heading) in gathers else heading for heading in headings]


def with_levels(headings: Sequence[Heading], rows: Sequence[Row]) -> tuple[list[Heading], tuple[tuple[Slot, str], ...]]:
    """The headings, where columns left of the names hold nothing but levels, and the unlisted labels among them.

    A label that names the other level gives way to what stands below it: 指标类型 | 指标类别 over 产出指标 | 数量指标.
    """
    names = [heading.slot.column for heading in headings if heading.role in {"name", "value"}]
    left = [h for h in headings if h.slot.column < max(names, default=0) and _may_head_levels(h)]
    below = _by_column(rows) if left else {}
    held = {id(h): level for h in left if (level := _held(h, below)) is not None}
    told: dict[int, str] = {}
    for level in _LEVELS:
        labelled = any(h.role == level and held.get(id(h), level) == level for h in headings)
        found = [h for h in left if held.get(id(h)) == level]
        if not labelled and len(found) == 1:
            told[id(found[0])] = level
    made = [replace(h, role=told[id(h)]) if id(h) in told else h for h in headings]
    return made, tuple((h.slot, told[id(h)]) for h in headings if id(h) in told and h.role is None)


def _may_head_levels(heading: Heading) -> bool:
    return heading.role in {*_UNSURE, *_LEVELS} or (heading.role == "name" and labels.is_group(heading.label))


def _held(heading: Heading, texts: Mapping[int, Sequence[str]]) -> str | None:
    """The level whose words stand below a heading, and none of the other's; None where they may be of either."""
    first_column, last = heading.range
    columns = [found for column, found in texts.items() if first_column <= column <= last]
    below = [text for found in columns for text in found if not is_placeholder(text)]
    levels = [text for text in below if is_level(text)]
    if len(levels) < _SHARE * len(below):
        return None
    first = any(level2(text) is None for text in levels)
    if first == any(level1(text) is None for text in levels):
        return None
    return "level1" if first else "level2"


def _by_column(rows: Sequence[Row]) -> Mapping[int, Sequence[str]]:
    """What stands in each column of some rows."""
    texts: dict[int, list[str]] = {}
    for row in rows[:_READ]:
        for slot in row.slots:
            texts.setdefault(slot.column, []).append(slot.text)
    return texts


def _below(heading: Heading, rows: Sequence[Row]) -> list[str]:
    first, last = heading.range
    return [slot.text for row in rows[:_READ] for slot in row.slots if first <= slot.column <= last]
