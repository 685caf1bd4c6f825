"""What happens to tables on their way out, without changing what they say: cut by pages, titled inside, annotated."""

from dataclasses import replace
from random import Random

from bench.generation.drawing import Block, Drawing, Line, Slot, Table

_NOTES = (
    "注：本表由项目单位填报。",
    "填报人：李伟    联系电话：2345678    填报日期：2024年1月15日",
    "备注：1.各项指标值以年度实际批复为准；2.绩效指标可根据需要增加行。",
)
_LEAST = 3
"""Rows of indicators that stay on either side of a cut."""


def dressed(drawing: Drawing, chance: Random) -> Drawing:
    """A drawing as one office publishes it."""
    if chance.random() < 0.15:
        drawing = titled_inside(drawing)
    if chance.random() < 0.2:
        again = chance.random() < 0.5
        drawing = [part for block in drawing for part in _cut_somewhere(block, chance, again=again)]
    if chance.random() < 0.2:
        drawing = [*drawing, Line(chance.choice(_NOTES))]
    return drawing


def titled_inside(drawing: Drawing) -> Drawing:
    """Lines above a table become rows of it, merged over its width, as workbooks have them."""
    found: Drawing = []
    lines: list[Line] = []
    for block in drawing:
        if isinstance(block, Line):
            lines.append(block)
            continue
        if isinstance(block, Table):
            above = [[Slot(line.text, block.width)] for line in lines]
            found.append(Table(above + block.rows, 0, block.body + len(above)))
        else:
            found += [*lines, block]
        lines = []
    return [*found, *lines]


def _cut_somewhere(block: Block, chance: Random, *, again: bool) -> Drawing:
    if not isinstance(block, Table):
        return [block]
    room = len(block.rows) - block.body - 2 * _LEAST
    if not block.body or room < 1:
        return [block]
    return cut(block, block.body + _LEAST + chance.randrange(room), again=again)


def cut(table: Table, at: int, *, again: bool) -> Drawing:
    """A table as two, the second going on below a page break; what was merged across it is said again, or left blank.

    >>> whole = Table([[Slot("产出", rows=2), Slot("数量")], [Slot("质量")]], body=1)
    >>> [part.as_lists() for part in cut(whole, 1, again=True)]
    [[['产出', '数量']], [['产出', '质量']]]
    """
    above: list[list[tuple[int, Slot]]] = [[] for _ in range(at)]
    below: list[list[tuple[int, Slot]]] = [[] for _ in range(len(table.rows) - at)]
    for row, column, slot in table.placed():
        if row >= at:
            below[row - at].append((column, slot))
            continue
        over = row + slot.rows - at
        above[row].append((column, replace(slot, rows=slot.rows - max(over, 0))))
        if over > 0:
            below[0].append((column, Slot(slot.text if again else "", slot.columns, over)))
    first, second = (
        [[slot for _, slot in sorted(row, key=lambda each: each[0])] for row in part] for part in (above, below)
    )
    header = table.rows[: table.header] if again else []
    return [Table(first, table.header, table.body), Table(header + second, len(header))]
