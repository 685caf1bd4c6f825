"""The account of cells: each non-blank one is used, ignored by name, or left over to be reported."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from parsers.layouts.grids.rows import CellKey, Slot

USED = "used"
"""What is noted for a cell that stands in a named field of a table or an indicator."""


@dataclass(slots=True)
class Uses:
    """What became of the cells a layout has looked at; a use is never taken back by an ignore."""

    noted: dict[CellKey, str] = field(default_factory=dict)

    def use(self, *slots: Slot | None) -> None:
        """Note that cells stand in a named field."""
        noted = self.noted
        for slot in slots:
            if slot is not None:
                noted[slot.key] = USED
                for half in slot.halves:
                    noted.update(dict.fromkeys(half.keys, USED))

    def ignore(self, reason: str, slots: Iterable[Slot | None]) -> None:
        """Note under which name cells are left out."""
        for slot in slots:
            for key in slot.keys if slot is not None else ():
                self.noted.setdefault(key, reason)

    @property
    def used(self) -> int:
        """How many cells are used."""
        return list(self.noted.values()).count(USED)


def ignored_by_reason(noted: Mapping[CellKey, str]) -> dict[str, int]:
    """How many cells were left out under which name, in the order of the names.

    >>> ignored_by_reason({("t", 1, 1): "used", ("t", 1, 2): "header", ("t", 1, 3): "header"})
    {'header': 2}
    """
    return dict(sorted(Counter(use for use in noted.values() if use != USED).items()))
