"""Tables of another kind below a form, told by their own header: 采购项目 | 数量 | 单位 | 金额."""

import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from normalize import reads_as_value
from normalize.placeholders import is_placeholder
from normalize.taxonomy import is_level
from normalize.text import fold
from parsers.layouts import labels
from parsers.layouts.label_list import bare
from parsers.layouts.label_marks import is_year
from parsers.layouts.rows import Row, Slot

_FEWEST = 3
"""So many columns tell a header from a label with its text."""
_LONGEST = 16
_READ = 12
_WITH_BODY = 2
_NAMING = frozenset({"name", "level1", "level2"})
_OF_INDICATORS = frozenset({*_NAMING, "value", "operator", "actual", "score", "weight"})
_STAGES = frozenset({"initial", "budget", "adjusted", "executed", "expected", "execution_rate"})
"""Two of these head the money of a form that reports on itself: 年初预算数 | 全年执行数."""


def heads_other_table(rows: Sequence[Row]) -> bool:
    """Whether rows begin with the header of a table that holds no indicators, and go on with what belongs below it.

    Indicators that go on below a heading have a level in front of them, or a blank there; a value among them; or the
    names of their columns above them, printed again. 数量 alone is a level and a column of purchases: in the first
    column it is the one, further right the other.

    >>> from parsers.layouts.rows import rows_of
    >>> from schema.document import Cell, Grid
    >>> def grid(*lines):
    ...     cells = [Cell(row=r, column=c, text=t) for r, line in enumerate(lines, 1) for c, t in enumerate(line, 1)]
    ...     return rows_of(Grid(place="table 1", cells=tuple(cells)))
    >>> heads_other_table(grid(["采购项目", "数量", "金额"], ["计算机", "10", "5"]))
    True
    >>> heads_other_table(grid(["产出指标", "采购数量", "≥10台"], ["效益指标", "就业人数", "3人"]))
    False
    """
    if len(rows) < _WITH_BODY or _is_part_of_form(rows[0]):
        return False
    first, second = rows[0], rows[1]
    left = first.slots[0].column
    if first.covering or len(first.slots) < _FEWEST or second.slots[0].column < left:
        return False
    header = [*first.slots, *(second.slots if second.covering else ())]
    known = sum(_is_listed(slot.text) for slot in header)
    named = all(map(_may_head, first.slots)) and 2 * known >= len(header)
    return named and not any(_is_of_indicators(row, left) for row in rows[:_READ])


def is_lone(row: Row) -> bool:
    """Whether a row holds a line and nothing else, as a sheet prints the heading of the next table."""
    only = row.slots[0]
    return len(row.slots) == 1 and not row.covering and only.column == only.grid.left and not is_level(only.text)


def _is_part_of_form(row: Row) -> bool:
    """Whether a row heads the tasks or the money of a form, which may stand below its indicators as well."""
    first = row.slots[0].text
    stages = {labels.amount_of(slot.text) for slot in row.slots} & _STAGES
    return labels.is_task_label(first) or labels.field_of(first) == "core_tasks" or len(stages) > 1


def _may_head(slot: Slot) -> bool:
    """Whether a cell may be a label over a column that names no indicators and no levels."""
    text = slot.text
    if len(text) > _LONGEST or is_placeholder(text) or labels.is_group(text):
        return False
    return labels.column(text) not in _NAMING and (is_year(text) or not reads_as_value(text))


def _is_of_indicators(row: Row, left: int) -> bool:
    """Whether a row at such a place tells of indicators: a level stands in it, or several of their columns."""
    levels = (slot for slot in row.slots if is_level(slot.text))
    named = any("指标" in slot.text or slot.column == left for slot in levels)
    return named or len({labels.column(slot.text) for slot in row.slots} & _OF_INDICATORS) > 1


def _is_listed(text: str) -> bool:
    return is_year(text) or bare(text).endswith(_columns())


@cache
def _columns() -> tuple[str, ...]:
    data = tomllib.loads((files("parsers.layouts") / "data" / "other_tables.toml").read_text(encoding="utf-8"))
    return tuple(fold(word) for word in data["columns"])
