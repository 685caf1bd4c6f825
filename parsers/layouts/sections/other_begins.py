"""Where a table of another kind begins, below a form or where none has begun."""

from collections.abc import Iterator, Sequence
from itertools import islice, takewhile

from normalize.taxonomy import is_level
from parsers.layouts.grids.notes import Note
from parsers.layouts.grids.row_sorts import OWNERS, heads_columns, names_project
from parsers.layouts.grids.rows import Row
from parsers.layouts.sections.other_tables import heads_other_table, is_lone, is_over_groups, may_head_table
from parsers.layouts.words import labels

Item = Note | Row

HEAD = 60
"""No head of a form has more rows."""
BETWEEN = 200
"""No more lines stand between two tables that belong together."""
_NEAR = 12
"""Levels that are merged down stand so far above the last of their indicators."""


def begins_other(items: Sequence[Item], index: int) -> bool:
    """Whether a line below a form stands above a table of another kind, be it with other lines between them.

    What forms print below themselves, 填报人：…, is still the form's. In files without pages a table may follow with
    nothing between the two.
    """
    item = items[index]
    apart = _is_line(item) or _begins_grid(items, index)
    if not apart and not (isinstance(item, Row) and may_head_table(item) and _stand_below_levels(items, index)):
        return False
    if index and _is_level_alone(items[index - 1]):
        return False
    following = islice(range(index, len(items)), BETWEEN)
    at = next((at for at in following if isinstance(items[at], Row) and not _is_line(items[at])), None)
    if at is None or _heads_list(items[at : at + _TWO_ROWS]):
        return False
    return heads_other_table(list(_rows_below(items, at)), apart=apart)


_TWO_ROWS = 2


def _heads_list(items: Sequence[Item]) -> bool:
    """Whether two rows are the header of a long list, which may be printed again: 项目名称 | 绩效指标 over 一级指标."""
    rows = [item for item in items if isinstance(item, Row)]
    return len(rows) == _TWO_ROWS and not OWNERS.isdisjoint(rows[0].fields) and heads_columns(rows[1])


def opens_alone(items: Sequence[Item], index: int, rows: Sequence[Row]) -> bool:
    """Whether a table of another kind begins where no form has: below `rows` that are lines, or another table."""
    row = items[index]
    if not isinstance(row, Row) or len(rows) > HEAD:
        return False
    apart = bool(rows) and stands_apart(row, rows[-1]) and all(OWNERS.isdisjoint(above.fields) for above in rows)
    alone = (apart or all(map(is_lone, rows))) and not is_lone(row)
    return alone and heads_other_table(list(_rows_below(items, index)))


def _rows_below(items: Sequence[Item], at: int) -> Iterator[Row]:
    """The rows from one on that may be of one table: down to the head of a form, or to a line no levels follow."""
    over = 1 if isinstance(first := items[at], Row) and is_over_groups(first) else 0
    for number, item in enumerate(islice(items, at, at + HEAD)):
        below = items[at + number + 1] if at + number + 1 < len(items) else None
        goes_on = isinstance(below, Row) and (is_level(below.slots[0].text) or bool(below.covering))
        if not isinstance(item, Row) or (number and is_lone(item) and not goes_on):
            return
        if names_project(item) and not 0 < number <= over:
            return
        yield item


def _is_level_alone(item: Item) -> bool:
    """Whether a line is a level of the indicators below it, whatever columns those have: 二、满意度指标."""
    match item:
        case Note():
            return is_level(item.text)
        case Row():
            return len(item.slots) == 1 and is_level(item.slots[0].text)


def _stand_below_levels(items: Sequence[Item], index: int) -> bool:
    """Whether a row stands below indicators that have their levels beside them, so that those that follow would too."""
    above = islice(range(index - 1, -1, -1), _NEAR)
    rows = takewhile(lambda item: isinstance(item, Row) and not heads_columns(item), (items[at] for at in above))
    slots = (slot for row in rows if isinstance(row, Row) for slot in (*row.slots[:2], *row.covering.values()))
    return any(is_level(slot.text) for slot in slots)


def _begins_grid(items: Sequence[Item], index: int) -> bool:
    """Whether a row stands below another grid or a blank row in a file without pages, lines between or not."""
    row = items[index]
    before = islice(range(index - 1, -1, -1), BETWEEN)
    above = next((item for at in before if isinstance(item := items[at], Row)), None)
    if above is None or not isinstance(row, Row):
        return False
    return stands_apart(row, above) or _stands_below_blank(row, above)


def _stands_below_blank(row: Row, above: Row) -> bool:
    """Whether a blank row stands between two of one grid."""
    own, last = row.slots[0], above.slots[-1]
    ends = max(slot.cell.row + slot.cell.rows for slot in (*above.slots, *above.covering.values()))
    return own.cell.box is None and own.grid is last.grid and own.cell.row > ends


def stands_apart(row: Row, above: Row) -> bool:
    """Whether a row is of another grid than the one above it, in a file without pages."""
    return row.slots[0].cell.box is None and above.slots[-1].keys[-1][0] != row.slots[0].keys[0][0]


def _is_line(item: Item) -> bool:
    """Whether an item is a line that is no part of the form above it: a paragraph, or a row that holds one cell."""
    match item:
        case Note():
            return item.unit_of_money is not None or (item.labelled is None and not labels.is_note(item.text))
        case Row():
            return is_lone(item)
