"""Which cell of a row is which: by column where the row conforms, by the vocabulary of levels where it has shifted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from normalize import parse_value, reads_as_value
from normalize.placeholders import is_not_applicable, is_placeholder
from normalize.taxonomy import is_level, level1, level2
from normalize.text import fold
from parsers.layouts.grids.rows import Row, Slot
from parsers.layouts.indicators.columns import Columns
from parsers.layouts.words import labels


@dataclass(slots=True)
class Placed:
    """The cells of a row by role, those that had to be moved to it, group labels, and what found no place."""

    slots: Mapping[str, Slot]
    moved: tuple[tuple[str, Slot], ...] = ()
    groups: tuple[Slot, ...] = ()
    unplaced: tuple[Slot, ...] = field(default=())


def place(row: Row, columns: Columns) -> Placed:
    """Give each cell of a row its role.

    A row that conforms to its header is read by column. One that does not has lost or gained a cell on its left, as a
    broken merge does to it: its levels are told by their words, and what follows them is moved as a whole to where
    the name belongs. An explicit label is never overruled: a cell that stands in its column stays there.
    """
    groups = tuple([slot for slot in row.slots if columns.role(slot.column) is None and labels.is_group(slot.text)])
    gathering = {slot.key for slot in groups}
    slots = [slot for slot in row.slots if slot.key not in gathering] if groups else row.slots
    direct = _by_column(slots, columns)
    repaired = _by_vocabulary(slots, columns) if _has_shifted(direct, row, columns) else None
    if repaired is not None:
        repaired = _short_by_one(repaired, columns) or repaired
        moved = tuple((role, slot) for role, slot in repaired.items() if columns.role(slot.column) != role)
        return Placed(repaired, moved, groups)
    lengthened = _short_by_one(direct.slots, columns)
    if lengthened is not None:
        return Placed(lengthened, (("value", lengthened["value"]),), groups, direct.unplaced)
    return Placed(direct.slots, (), groups, direct.unplaced)


def _short_by_one(slots: Mapping[str, Slot], columns: Columns) -> dict[str, Slot] | None:
    """The roles of a row that lacks one cell and whose value, the last cell, stands one column early; else None."""
    role = _ends_in_its_value(slots, columns)
    if role is not None:
        return {("value" if known == role else known): slot for known, slot in slots.items()}
    if _short_of_a_name(slots, columns):
        return {**slots, "name": slots["level2"], "value": slots["name"]}
    return None


def _by_column(slots: Sequence[Slot], columns: Columns) -> Placed:
    placed: dict[str, Slot] = {}
    unplaced = []
    for slot in slots:
        role = columns.role(slot.column)
        if role is None or role in placed or (role in {"level1", "level2"} and _holds_a_value([slot])):
            unplaced.append(slot)
        else:
            placed[role] = slot
    return Placed(placed, unplaced=tuple(unplaced))


def _has_shifted(direct: Placed, row: Row, columns: Columns) -> bool:
    """Whether the cells of a row contradict the columns they stand in."""
    if direct.unplaced:
        name = direct.slots.get("name")
        odd = any(is_level(slot.text) or is_placeholder(slot.text) for slot in direct.unplaced)
        return odd or _holds_a_value(direct.unplaced) or (name is not None and _reads_as_level2(name.text))
    return (
        _stands_for_level2_only(direct.slots.get("level1"))
        or _is_placeholder(direct.slots.get("level1"))
        or _level2_holds_a_name(direct.slots)
        or _name_holds_a_level(direct.slots, row, columns)
    )


def _stands_for_level2_only(slot: Slot | None) -> bool:
    return slot is not None and level1(slot.text) is None and level2(slot.text) is not None


def _is_placeholder(slot: Slot | None) -> bool:
    return slot is not None and is_placeholder(slot.text)


def _level2_holds_a_name(slots: Mapping[str, Slot]) -> bool:
    """培训数量要求 | 举办至少2场次…培训 | (empty): the name has slipped under level 2, the value under the name."""
    second, name = slots.get("level2"), slots.get("name")
    if second is None or _reads_as_level2(second.text) or "value" in slots or "operator" in slots:
        return False
    return is_placeholder(second.text) or (name is not None and _states_value(name.text))


def _short_of_a_name(slots: Mapping[str, Slot], columns: Columns) -> bool:
    """社会效益 | ≥90% | (empty): the row has one cell too few, and its value stands under the name."""
    name = slots.get("name")
    second = slots.get("level2")
    alone = "value" in columns.ranges and not {"value", "operator", "description"} & slots.keys()
    if not alone or name is None or second is None:
        return False
    # 完成期限 and 有效提升 may be names: words count as the value only beside a level that is a name itself.
    return _holds_a_value([name]) or (not fold(second.text).endswith("指标") and _is_bare_value(name.text))


def _ends_in_its_value(slots: Mapping[str, Slot], columns: Columns) -> str | None:
    """The column left of the value that holds it, where a row is one cell short: 教育质量 | 有效提升 | (empty)."""
    if "value" in slots or "operator" in slots or "value" not in columns.ranges:
        return None
    role, last = max(slots.items(), key=lambda item: item[1].column, default=(None, None))
    if role not in {"description", "standard"} or last is None or not _is_bare_value(last.text):
        return None
    name = slots.get("name")
    return role if name is not None and fold(name.text) != fold(last.text) else None


def _holds_a_value(slots: Sequence[Slot]) -> bool:
    """Whether a cell is nothing but a number or a time with what belongs to it; words alone may be a name."""
    return any(_is_bare_value(slot.text) and _states_value(slot.text) for slot in slots)


def _is_bare_value(text: str) -> bool:
    """Whether a text is nothing but a value; a placeholder is none."""
    return reads_as_value(text) and not is_placeholder(text) and not is_not_applicable(text)


def _name_holds_a_level(slots: Mapping[str, Slot], row: Row, columns: Columns) -> bool:
    """(empty) | 生态效益指标 | 指标7：: the level has slipped under the name, and the name under the value."""
    name, value, column = slots.get("name"), slots.get("value"), columns.first("level2")
    if name is None or column is None or "level2" in slots or row.covering.get(column) is not None:
        return False
    return _reads_as_level2(name.text) and value is not None and _names_indicator(value.text)


def _names_indicator(text: str) -> bool:
    """Whether a text is an indicator's name, be it only 指标7：, rather than a value."""
    return fold(text).startswith("指标") or not reads_as_value(text)


def _states_value(text: str) -> bool:
    return any(target.kind in {"comparison", "deadline"} for target in parse_value(text).targets)


def _by_vocabulary(slots: Sequence[Slot], columns: Columns) -> dict[str, Slot] | None:
    """The roles of cells in their order: levels by their words, the rest moved together; None where that fails."""
    placed: dict[str, Slot] = {}
    rest = list(slots)
    if rest and level1(rest[0].text) is not None and not _means_level2(rest):
        placed["level1"] = rest.pop(0)
    if rest and _reads_as_level2(rest[0].text):
        placed["level2"] = rest.pop(0)
    at_name = columns.first("name")
    if not rest or at_name is None:
        return placed
    shift = at_name - rest[0].column
    for slot in rest:
        role = columns.role(slot.column + shift)
        if role is None or role in placed:
            return None
        placed[role] = slot
    return placed


def _means_level2(slots: Sequence[Slot]) -> bool:
    """成本指标 and 服务对象满意度指标 name a level 1 only where a level 2 follows."""
    following = slots[1].text if len(slots) > 1 else ""
    return _reads_as_level2(slots[0].text) and not _reads_as_level2(following)


def _reads_as_level2(text: str) -> bool:
    """Whether a text is a level 2 wherever it stands; 学生满意度 and 成本节约率 may as well be an indicator's name."""
    return level2(text) is not None and not fold(text).endswith(("度", "率"))
