"""The cells beside several names in one cell, told apart as the names are: a weight, a result, a unit for each."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from normalize.numbering import item_numbers
from parsers.layouts.grids.rows import Slot
from parsers.layouts.indicators.columns import Part
from parsers.layouts.words import labels

_SAID_ONCE = frozenset({"name", "value", "level1", "level2", "level3", "serial", "core"})
"""What is told apart elsewhere, or holds for the row as a whole."""
_LABEL = re.compile(r"([^:：]{2,12})[:：]")

Split = Callable[[Slot], Sequence[str]]
"""How the names of a cell are told apart, and so the cells beside them."""


def by_lines(slot: Slot, *, listed: bool = True) -> tuple[str, ...]:
    """The paragraphs of a cell without the numbers that would be read as part of a number: 2.12.5公里.

    `listed` says that they stand beside a numbered list, so that 1.5 and 2.5 are 5 and 5.
    """
    numbers = item_numbers(slot.text, listed=listed) if "\n" in slot.text else ()
    if not len(numbers) == len(slot.lines) > 1:
        return slot.lines
    starts = [begin if slot.text[begin].isdecimal() else start for start, begin in numbers]
    ends = (*(start for start, _ in numbers[1:]), len(slot.text))
    return tuple(slot.text[start:end].strip() for start, end in zip(starts, ends, strict=True))


def for_each(slots: Mapping[str, Slot], count: int, split: Split) -> tuple[Mapping[str, Slot], ...]:
    """The cells of a row for each of so many names: those with as many parts apart, any other one whole for all.

    A text in parts that have labels of their own (偏差原因：… | 改进措施：…) is one.
    """
    apart = {role: parts for role, slot in slots.items() if (parts := _parts(role, slot, count, split)) is not None}
    if not apart:
        return (slots,) * count
    return tuple({**slots, **{role: parts[number] for role, parts in apart.items()}} for number in range(count))


def parts_for_each(
    told: Mapping[str, tuple[Part, ...]], count: int, split: Split
) -> tuple[Mapping[str, tuple[Part, ...]], ...]:
    """The cells of columns that together tell one thing, for each of so many names, likewise."""
    apart = {
        (role, at): parts
        for role, found in told.items()
        for at, part in enumerate(found)
        if (parts := _parts(role, part.slot, count, split)) is not None
    }
    return tuple(
        {
            role: tuple(
                replace(part, slot=apart[role, at][number]) if (role, at) in apart else part
                for at, part in enumerate(found)
            )
            for role, found in told.items()
        }
        for number in range(count)
    )


def _parts(role: str, slot: Slot, count: int, split: Split) -> Sequence[Slot] | None:
    texts = split(slot) if role not in _SAID_ONCE else ()
    if len(texts) != count or count == 1 or any(_is_labelled(text) for text in texts):
        return None
    return [replace(slot, text=text) for text in texts]


def _is_labelled(text: str) -> bool:
    label = _LABEL.match(text)
    return label is not None and (labels.column(label[1]) is not None or labels.field_of(label[1]) is not None)
