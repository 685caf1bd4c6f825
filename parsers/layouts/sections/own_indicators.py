"""Tables of indicators that are not those of the form above: statistics, report cards, frameworks of scores."""

from collections.abc import Sequence

from normalize.taxonomy import is_level
from parsers.layouts.grids.row_sorts import heads_columns
from parsers.layouts.grids.rows import Row
from parsers.layouts.indicators.grid_header import read_header

_LEVELS = frozenset({"level1", "level2"})
_NAMING = _LEVELS | {"name"}
_PLANNED = frozenset({"operator", "weight"})
"""What is stated of the indicators of a form and seldom of statistics."""


def names_indicators(row: Row) -> bool:
    """Whether a row names columns of levels or of names, and is a header by that: 一级指标 | 二级指标 | 本县均值."""
    named = _NAMING.intersection(row.columns)
    return len(named) > 1 or heads_columns(row) or (bool(named) and bool(read_header([row], 0)[1]))


def heads_own_indicators(rows: Sequence[Row]) -> bool:
    """Whether a header over names opens another table than a form's grid does.

    It has no column of targets, only how things are scored; or no level stands in its rows, and none has a column.

    >>> from parsers.layouts.grids.rows import rows_of
    >>> from schema.document import Cell, Grid
    >>> def grid(*lines):
    ...     cells = [Cell(row=r, column=c, text=t) for r, line in enumerate(lines, 1) for c, t in enumerate(line, 1)]
    ...     return rows_of(Grid(place="table 1", cells=tuple(cells)))
    >>> heads_own_indicators(grid(["序号", "指标", "单位", "2024年"], ["1", "毕业生月收入", "元", "4350"]))
    True
    >>> heads_own_indicators(grid(["一级指标", "三级指标", "指标值"], ["产出指标", "巡查次数", "≥3次"]))
    False
    """
    first, below = rows[0], rows[1:]
    if any(is_level(slot.text) for slot in first.slots):
        return False
    taken, groups = read_header(rows, 0)
    if not groups:
        return taken == 0
    if any(_is_levelled(row, first.slots[0].column) for row in below):
        return False
    guessed = {role for columns in groups for _, role in columns.guessed}
    return all(
        _PLANNED.isdisjoint(columns.ranges) and ("value" in guessed or _LEVELS.isdisjoint(columns.ranges))
        for columns in groups
    )


def _is_levelled(row: Row, left: int) -> bool:
    """Whether a level stands in a row or reaches down into it; a word like 群众满意度 may be a name as well."""
    slots = (*row.slots, *row.covering.values())
    return any(is_level(slot.text) and ("指标" in slot.text or slot.column == left) for slot in slots)
