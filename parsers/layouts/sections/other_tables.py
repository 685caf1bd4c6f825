"""Tables of another kind below a form, told by their own header: 采购项目 | 数量 | 单位 | 金额."""

import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from itertools import takewhile

from normalize import reads_as_value
from normalize.money import amount_in_yuan
from normalize.placeholders import is_placeholder
from normalize.remembered import remembered
from normalize.taxonomy import is_level
from normalize.text import fold, narrow
from parsers.layouts.grids.rows import Row, Slot
from parsers.layouts.sections.own_indicators import heads_own_indicators, names_indicators
from parsers.layouts.words import labels
from parsers.layouts.words.label_list import bare
from parsers.layouts.words.label_marks import is_year

_FEWEST = 3
"""So many columns tell a header from a label with its text."""
_LONGEST = 16
_READ = 12
_WITH_BODY = 2
_LEFT = 2
"""Levels stand in the columns that are furthest left; further right 质量指标 is a column of whatever there is."""
_NAMING = frozenset({"name", "level1", "level2"})
_OF_INDICATORS = frozenset({*_NAMING, "value", "operator", "actual", "score", "weight"})
_STAGES = frozenset({"initial", "budget", "adjusted", "executed", "expected", "execution_rate"})
"""Two of these head the money of a form that reports on itself: 年初预算数 | 全年执行数."""


def heads_other_table(rows: Sequence[Row], *, apart: bool = True) -> bool:
    """Whether rows begin with the header of a table that holds no indicators, and go on with what belongs below it.

    Indicators that go on below a heading have a level in front of them, or a blank there; a value among them; or the
    names of their columns above them, printed again. 数量 alone is a level and a column of purchases: in the first
    column it is the one, further right the other. Where a line, a blank row or the end of a grid sets the rows `apart`
    from those above, a header may be in words nobody listed.

    >>> from parsers.layouts.grids.rows import rows_of
    >>> from schema.document import Cell, Grid
    >>> def grid(*lines):
    ...     cells = [Cell(row=r, column=c, text=t) for r, line in enumerate(lines, 1) for c, t in enumerate(line, 1)]
    ...     return rows_of(Grid(place="table 1", cells=tuple(cells)))
    >>> heads_other_table(grid(["采购项目", "数量", "金额"], ["计算机", "10", "5"]))
    True
    >>> heads_other_table(grid(["产出指标", "采购数量", "≥10台"], ["效益指标", "就业人数", "3人"]))
    False
    """
    if len(rows) < _WITH_BODY or rows[0].covering or _is_part_of_form(rows[0]):
        return False
    if is_over_groups(rows[0]):
        rows = rows[1:]
    if len(rows) < _WITH_BODY or rows[1].slots[0].column < rows[0].slots[0].column:
        return False
    first, second = rows[0], rows[1]
    if len(first.slots) < _FEWEST:
        return apart and (_counts_rows(first, second) or _is_over_numbers(rows))
    if names_indicators(first):
        return heads_own_indicators(rows[:_READ])
    header = [*first.slots, *(second.slots if second.covering else ())]
    known = sum(_is_listed(slot.text) for slot in header)
    named = all(map(_may_head, first.slots)) and 2 * known >= len(header)
    left = first.slots[0].column
    of_indicators = (_is_of_indicators(row, left) for row in (Row(first.slots[:_LEFT], {}), *rows[1:_READ]))
    if any(of_indicators):
        return False
    return named or _counts_rows(first, second) or (apart and _is_label_row(first, second))


def may_head_table(row: Row) -> bool:
    """Whether a row may be the header of another table with nothing above that says so: labels and nothing else.

    >>> from parsers.layouts.grids.rows import rows_of
    >>> from schema.document import Cell, Grid
    >>> def row(*texts):
    ...     cells = [Cell(row=1, column=c, text=t) for c, t in enumerate(texts, 1)]
    ...     return rows_of(Grid(place="table 1", cells=tuple(cells)))[0]
    >>> may_head_table(row("序号", "问题", "整改措施")), may_head_table(row("产出指标", "数量指标", "巡查次数", "≥3次"))
    (True, False)
    """
    if row.covering or len(row.slots) < (_FEWEST if not is_over_groups(row) else 2):
        return False
    # The last cells first: in a row of indicators they are values.
    return all(len(slot.text) <= _LONGEST and not _is_stated(slot.text) for slot in reversed(row.slots))


def is_over_groups(row: Row) -> bool:
    """Whether a row holds labels over groups of columns and nothing else: 收入 | 支出."""
    wide = len(row.slots) > 1 and all(slot.cell.columns > 1 for slot in row.slots) and not row.covering
    return wide and not any(_is_stated(slot.text) or is_level(slot.text) for slot in row.slots)


def _counts_rows(first: Row, second: Row) -> bool:
    """Whether a row opens a table that numbers its rows: 序号 over 1, among labels."""
    serial = labels.column(first.slots[0].text) == "serial" and all(map(_may_head, first.slots))
    return serial and second.slots[0].text.strip(".、．") in {"1", "01", "一"}


def _is_over_numbers(rows: Sequence[Row]) -> bool:
    """Whether a row of two words stands over rows of a word and a number each, all of one grid: 小区 | 米."""
    first, grid = rows[0], rows[0].slots[0].grid
    body = list(takewhile(lambda row: row.slots[0].grid is grid, rows[1:]))
    if len(body) < _WITH_BODY or not all(map(_may_head, first.slots)) or labels.is_head_label(first.slots[0].text):
        return False
    columns = {labels.column(slot.text) for slot in first.slots}
    numbers = (len(row.slots) == len(first.slots) and _counts(row.slots[-1].text) for row in body)
    return len(first.slots) > 1 and columns.isdisjoint(_OF_INDICATORS) and all(numbers)


def _counts(text: str) -> bool:
    return text[:1].isdecimal() and reads_as_value(text)


def _is_label_row(first: Row, second: Row) -> bool:
    """Whether a row is a header in words nobody listed, by its words or by the numbers below it."""
    texts = [slot.text for slot in first.slots]
    foot = any(labels.is_foot(text) for text in texts if labels.column(text) is None)
    opens = foot or labels.is_head_label(texts[0]) or any(":" in narrow(text) for text in texts)
    if opens or len({fold(text) for text in texts}) < len(texts) or 2 * len(second.slots) < len(texts):
        return False
    odd = sum(not _may_head(slot) for slot in first.slots)
    if not odd:
        return True
    numbers = sum(amount_in_yuan(slot.text) is not None or "%" in narrow(slot.text) for slot in second.slots)
    wordy = not any(character.isdecimal() for text in texts for character in text)
    return odd == 1 and wordy and len(texts) > _FEWEST and numbers >= _FEWEST


@remembered
def _is_stated(text: str) -> bool:
    """Whether a cell states a value; labels may read so as well: 完成值, 完成时限, 是否合格."""
    label = is_year(text) or labels.column(text) is not None or _is_listed(text)
    return not label and reads_as_value(text)


def is_lone(row: Row) -> bool:
    """Whether a row holds a line and nothing else, as a sheet prints the heading of the next table."""
    only = row.slots[0]
    return len(row.slots) == 1 and not row.covering and only.column == only.grid.left and not is_level(only.text)


def _is_part_of_form(row: Row) -> bool:
    """Whether a row heads the tasks or the money of a form, which may stand below its indicators as well."""
    first = row.slots[0].text
    stages = {labels.amount_of(slot.text) for slot in row.slots} & _STAGES
    tasks = labels.is_task_label(first) or labels.field_of(first) == "core_tasks"
    return labels.is_head_label(first) and (tasks or len(stages) > 1)


def _may_head(slot: Slot) -> bool:
    """Whether a cell may be a label over a column that names no indicators and no levels."""
    text = slot.text
    if len(text) > _LONGEST or is_placeholder(text) or labels.is_group(text):
        return False
    return labels.column(text) not in _NAMING and not _is_stated(text)


def _is_of_indicators(row: Row, left: int) -> bool:
    """Whether a row at such a place tells of indicators: a level stands in it, or several of their columns."""
    levels = (slot for slot in row.slots if is_level(slot.text))
    named = any("指标" in slot.text or slot.column == left for slot in levels)
    return named or len({labels.column(slot.text) for slot in row.slots} & _OF_INDICATORS) > 1


def _is_listed(text: str) -> bool:
    return is_year(text) or bare(text).endswith(_words("columns")) or bare(text).startswith(_words("questions"))


@cache
def _words(kind: str) -> tuple[str, ...]:
    data = tomllib.loads((files("parsers.layouts") / "data" / "other_tables.toml").read_text(encoding="utf-8"))
    return tuple(fold(word) for word in data[kind])
