"""Headers a page break cut: which cells of the next page's first row go on with the labels above them."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from normalize import reads_as_value
from normalize.taxonomy import is_level
from parsers.layouts.grids.regridding import heads_columns
from parsers.layouts.grids.row_sorts import names_project
from parsers.layouts.grids.rows import Row, Slot
from parsers.layouts.words import labels

_SAME_SIDE = 8.0
_FEWEST = 2
"""Labels that make a header."""


class Rests(NamedTuple):
    """The cells of a row that go on with labels above them, as pairs, and those that stand below a label as its parts.

    经费保障 and 制度保障 are parts of 偏差原因分析: the break cut the first row of the header, and they are the second.
    """

    pairs: Sequence[tuple[Slot, Slot]]
    parts: tuple[Slot, ...]


def rests_of_header(last: Row, row: Row, over: Callable[[Slot], Slot | None]) -> Rests | None:
    """How a row goes on with the labels of the header that ends the page before, or None where it is a row itself.

    一级指 over 标 is a label that neither half is, and one such pair tells of the others; where the labels above are
    whole, as 偏差原因分析 over 及改进措施, all pairs must be labels, and some label go without a rest. A label that is
    one only alone heads what stands below it. `over` tells the cell that reaches down to the break over another one.
    """
    found = [(above, slot) for slot in row.slots if (above := over(slot)) is not None]
    if len(found) < len(row.slots) or names_project(row):
        return None
    pairs = [(above, slot) for above, slot in found if not _is_part(slot, above)]
    texts = {above.key: joined_label(above, slot) for above, slot in pairs}
    if not pairs or any(_heads(above, slot) or _is_content(slot, above) for above, slot in pairs):
        return None
    header = {slot.key: slot for slot in (*last.slots, *last.covering.values())}.values()
    if sum(1 for slot in header if is_label(texts.get(slot.key, slot.text))) < _FEWEST:
        return None
    named = all(is_label(text) for text in texts.values())
    alone = named and heads_columns(last) and len(pairs) < len(last.slots)
    if not alone and not any(completes_label(above, slot) for above, slot in pairs):
        return None
    return Rests(pairs, tuple(slot for above, slot in found if _is_part(slot, above)))


def heads_values(last: Row, half: Mapping[int, Slot]) -> bool:
    """Whether a row holds nothing but labels, and one of them heads what stands below it: 预期目标 over the goal."""
    pairs = [(slot, half[slot.column]) for slot in last.slots if slot.column in half]
    whole = {above.key: joined_label(above, slot) for above, slot in pairs}
    labelled = all(is_label(slot.text) or is_label(whole.get(slot.key, "")) for slot in last.slots)
    return len(last.slots) > 1 and labelled and any(_heads(above, slot) for above, slot in pairs)


def completes_label(above: Slot, slot: Slot) -> bool:
    """Whether a cell makes a label of what is none without it."""
    return not is_label(above.text) and is_label(joined_label(above, slot))


def joined_label(above: Slot, slot: Slot) -> str:
    """What two halves of a label say, whatever lines its cell was too narrow for."""
    return f"{above.text}{slot.text}".replace("\n", "")


def is_label(text: str) -> bool:
    """Whether a text is a label of any sort: over a column, in a head, of a group, of money, of a list of tasks.

    >>> is_label("三级指标"), is_label("项目资金（万元）"), is_label("三级指"), is_label("≥90%")
    (True, True, False, False)
    """
    return (
        labels.column(text) is not None
        or labels.is_group(text)
        or labels.is_head_label(text)
        or labels.amount_of(text) is not None
        or labels.is_task_label(text)
    )


def gathers(text: str) -> bool:
    """Whether a label gathers the rows beside it: a level, or the label of a group.

    >>> gathers("产出指标"), gathers("绩效指标"), gathers("三级指标")
    (True, True, False)
    """
    return is_level(text) or labels.is_group(text)


def _heads(above: Slot, slot: Slot) -> bool:
    """Whether a cell stands below a whole label that it does not go on with."""
    return is_label(above.text) and not is_label(joined_label(above, slot))


def _is_content(slot: Slot, above: Slot) -> bool:
    """Whether a cell is a level or a figure, and so of a row below the header; 保障 may be the end of 硬件条件保障."""
    figure = any(map(str.isdigit, slot.text)) and reads_as_value(slot.text)
    return (is_level(slot.text) or figure) and not is_label(joined_label(above, slot))


def _is_part(slot: Slot, above: Slot) -> bool:
    """Whether a cell covers only some of the columns of the one above it."""
    own, known = slot.cell.box, above.cell.box
    if own is not None and known is not None:
        return own.x0 > known.x0 + _SAME_SIDE or own.x1 < known.x1 - _SAME_SIDE
    return slot.column > above.column or slot.last_column < above.last_column
