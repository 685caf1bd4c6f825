"""Labels that hold on over a page break: printed again, cut in two, or shown on the next page alone."""

from collections.abc import Sequence

from normalize.taxonomy import is_level
from normalize.text import fold
from parsers.layouts.grids.rows import CellKey, Row, Slot
from parsers.layouts.sections.broken_rows import replaced, run_on, whole
from parsers.layouts.sections.cut_headers import gathers, is_label, joined_label
from parsers.layouts.words import labels


def carried(before: Sequence[Row], rows: Sequence[Row]) -> tuple[list[Row], dict[CellKey, Slot]]:
    """The rows of the next page under the labels that reach down to the break, and the labels printed again there.

    A label printed again is one with the first; the mapping says what became of the first. Where a level left of it is
    new to the page (a file without merges prints 产出指标 | 质量指标 again), it is said anew, not held on to.
    """
    above, owners = _reaching_down(before, rows[0]) if rows else ({}, set())
    held: list[Row] = []
    again: dict[CellKey, Slot] = {}
    for row in rows:
        slots: list[Slot] = []
        for slot in row.slots:
            label = above.get(slot.column)
            said_anew = any(is_level(left.text) for left in slots)
            text = _printed_again(label, slot, rest=slot.column in owners) if label is not None and not held else None
            if (not said_anew or slot.column in owners) and label is not None and text is not None:
                again[label.key] = whole(label, slot, text)
                if slot.column in owners:
                    again[slot.key] = again[label.key]
                above = {column: again.get(known.key, known) for column, known in above.items()}
                continue
            for column in range(slot.column, slot.last_column + 1):
                above.pop(column, None)
            slots.append(slot)
        if slots:
            held.append(replaced(Row(tuple(slots), {**above, **row.covering}), again))
    return held, again


def _reaching_down(before: Sequence[Row], first: Row) -> tuple[dict[int, Slot], set[int]]:
    """The labels that reach down to a break, by column, and the columns where the rest of one stands below it."""
    last = before[-1]
    above: dict[int, Slot] = dict(last.covering)
    below = {slot.column: slot for slot in first.slots}
    for slot in last.slots:
        rest = below.get(slot.column)
        if gathers(slot.text) or (rest is not None and _is_cut_label(slot, rest)):
            above.update(dict.fromkeys(range(slot.column, slot.last_column + 1), slot))
    owners: set[int] = set()
    for slot in first.slots:
        # Without merges nothing reaches down: 年度绩效指标 beside the header is the last thing said in its column.
        if slot.column not in above and labels.is_group(slot.text) and (label := _last_in(slot.column, before)):
            above[slot.column] = label
        elif (owner := _owner_of_rest(slot, first, last)) is not None:
            above[slot.column] = owner
            owners.add(slot.column)
    return above, owners


def _last_in(column: int, rows: Sequence[Row]) -> Slot | None:
    return next((slot for row in reversed(rows) for slot in row.slots if slot.column == column), None)


def reached_up(rows: Sequence[Row], page: Sequence[Row]) -> list[Row]:
    """The rows of two pages, labels that the second shows in the middle of a cell the break cut begun where it begins.

    The last rows of a page that have nothing in a column belong to the cell that the next page begins with there, if
    that column merges cells; where it does not, a label holds on downwards.
    """
    above, below = list(rows), list(page)
    first = page[0].slots if page else ()
    for slot in first:
        columns = range(slot.column, slot.last_column + 1)
        label = gathers(slot.text)
        if not _is_tall(slot, page[0]) and not (label and _merges(slot.column, [*rows, *page])):
            continue
        at = len(above)
        while at and not any(above[at - 1].at(column) for column in columns):
            at -= 1
        if at == len(above):
            continue
        begun = tuple(sorted((*above[at].slots, slot), key=lambda slot: slot.column))
        above[at] = Row(begun, above[at].covering)
        for number in range(at + 1, len(above)):
            above[number] = _under(above[number], slot)
        below[0] = _under(Row(tuple(other for other in below[0].slots if other is not slot), below[0].covering), slot)
    return [*above, *(row for row in below if row.slots)]


def _is_tall(slot: Slot, row: Row) -> bool:
    """Whether a cell reaches down over rows below its own, which may be drawn as two."""
    lowest = min(other.cell.rows for other in row.slots) if len(row.slots) > 1 else 1
    return slot.cell.rows > lowest


def _under(row: Row, slot: Slot) -> Row:
    """A row that a cell reaches down into."""
    reached = dict.fromkeys(range(slot.column, slot.last_column + 1), slot)
    return Row(row.slots, {**row.covering, **reached})


def _merges(column: int, rows: Sequence[Row]) -> bool:
    return any(slot.column == column and slot.cell.rows > 1 for row in rows for slot in row.slots)


def _owner_of_rest(slot: Slot, row: Row, last: Row) -> Slot | None:
    """The project whose name, or whose goal, goes on at the top of a page, in a cell beside the levels.

    It is a cell over several rows that no level stands beside, for a project that begins has levels that begin with
    it; or it stands below a cell over several rows, and the project does not begin. The name of an indicator, which may
    stand left of its levels, is of one row. Right of the levels a goal begins with the cells of its project.
    """
    levels = [other.column for other in (*last.slots, *last.covering.values()) if is_level(other.text)]
    owner = last.at(slot.column)
    if owner is None or not levels or gathers(owner.text) or gathers(slot.text):
        return None
    apart = slot.column < min(levels) and _is_tall(slot, row) and not any(is_level(other.text) for other in row.slots)
    return owner if apart or _holds_on(owner, row, last, min(levels)) else None


def _holds_on(owner: Slot, row: Row, last: Row, level: int) -> bool:
    """Whether a project does not begin in a row: not its first cell, and not its level, or hardly any of its cells.

    The second project of an office begins with all cells but that of the office.
    """
    if owner.key not in {slot.key for slot in last.covering.values()}:
        return False
    own = {slot.column for slot in last.covering.values() if slot.column < level and slot.cell.row == owner.cell.row}
    begun = {slot.column for slot in row.slots if slot.column <= level}
    return bool(own) and min(own) not in begun and (level not in begun or 2 * len(begun - {level}) < len(own))


def _printed_again(label: Slot, slot: Slot, *, rest: bool) -> str | None:
    """What a label says that the next page prints again, or the rest of; None where the cell there is another one."""
    # A text that is all on the first page may show its last lines on the next one as well.
    if fold(label.text) == fold(slot.text) or (rest and fold(label.text).endswith(fold(slot.text))):
        return label.text
    if rest:
        return run_on(label.text, slot.text)
    return joined_label(label, slot) if _is_cut_label(label, slot) else None


def _is_cut_label(label: Slot, slot: Slot) -> bool:
    """Whether two cells are the halves of a label that gathers rows, 满意度指 over 标, and the second is none alone."""
    text = joined_label(label, slot)
    if gathers(text) and not gathers(slot.text):
        return True
    return labels.header_field(text) is not None and not is_label(label.text) and not is_label(slot.text)
