"""Projects side by side, each a column, with a row for each of their levels: the same list as prose, turned."""

from collections.abc import Sequence

from normalize import reads_as_value
from normalize.taxonomy import is_level
from parsers.layouts.grids.rows import Row
from parsers.layouts.heads.label_pairs import is_label
from parsers.layouts.transposed import turned

_FEWEST = 2


def upright(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows of such a list with a row for each project; those of any other as they stand.

    >>> from parsers.layouts.grids.rows import rows_of
    >>> from schema.document import Cell, Grid
    >>> told = (("项目名称", "修路", "架桥"), ("数量指标", "5公里", "1座"), ("质量指标", "合格", "合格"))
    >>> cells = (Cell(row=r, column=c, text=t) for r, row in enumerate(told, 1) for c, t in enumerate(row, 1))
    >>> [[slot.text for slot in row.slots] for row in upright(rows_of(Grid(place="t", cells=tuple(cells))))]
    [['项目名称', '数量指标', '质量指标'], ['修路', '5公里', '合格'], ['架桥', '1座', '合格']]
    """
    at = next((number for number, row in enumerate(rows) if _names_projects(row)), None)
    if at is None:
        return rows
    told = [row for row in rows[at:] if len(row.slots) >= _FEWEST]
    columns = {slot.column for slot in told[0].slots}
    across = all(_is_labelled(row) and {slot.column for slot in row.slots} <= columns for row in told)
    levels = [row for row in told if is_level(row.slots[0].text)]
    return (*rows[:at], *turned(told)) if across and len(levels) >= _FEWEST else rows


def _is_labelled(row: Row) -> bool:
    """Whether a row has a label or a level in front, and none behind."""
    first, *others = row.slots
    named = is_label(first) or is_level(first.text)
    return named and not any(is_label(slot) or is_level(slot.text) for slot in others)


def _names_projects(row: Row) -> bool:
    """Whether a row holds the names of projects behind their label: 项目名称 | 修路 | 架桥."""
    named = len(row.slots) > _FEWEST and row.fields[0] == "project_name" and _is_labelled(row)
    return named and not any(reads_as_value(slot.text) for slot in row.slots[1:])
