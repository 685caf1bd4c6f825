"""The row of goals below their labels, whose sentences may end as labels do: 预期目标 over 完成年度任务."""

from parsers.layouts.grids.rows import Row, Slot
from parsers.layouts.words import labels

_GOALS = frozenset({"goal", "goal_actual", "goal_midterm", "goal_previous"})


def fills_goals(above: Row | None, row: Row) -> bool:
    """Whether a row holds what the row of labels above it asks for: a text right below one label of a goal or several.

    Words that are labels themselves, or a header over indicators, leave the labels above them without a text.
    """
    if above is None or not above.slots or not row.slots or _GOALS.isdisjoint(above.fields):
        return False
    named = [slot for slot, field in zip(above.slots, above.fields, strict=True) if field in _GOALS]
    if not all(slot in named or labels.is_group(slot.text) for slot in above.slots):
        return False
    below = {slot.column for slot in named}
    return all(slot.column in below for slot in row.slots) and not all(_is_label(slot) for slot in row.slots)


def _is_label(slot: Slot) -> bool:
    return labels.is_head_label(slot.text) or labels.is_group(slot.text) or labels.column(slot.text) is not None
