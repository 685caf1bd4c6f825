"""How each section of a document was read: by which layout, what became of its cells, what was odd; for people."""

from collections.abc import Mapping, Sequence

from parsers.layouts.grids.rows import CellKey, Slot
from parsers.layouts.grids.uses import ignored_by_reason
from parsers.layouts.reading import Reading
from schema.diagnostic import Diagnostic
from schema.model import Model
from schema.source import Conservation
from schema.span import Span


class Account(Model):
    """What became of one section; `layout` is None where none read a table in it.

    `tried` says how many cells each layout used that read tables in it, `unused` which cells nobody understood.
    """

    first: Span
    last: Span
    layout: str | None
    titles: tuple[str, ...] = ()
    tables: int = 0
    cells: Conservation = Conservation()
    tried: Mapping[str, int] = {}
    diagnostics: tuple[Diagnostic, ...] = ()
    unused: tuple[Diagnostic, ...] = ()

    @property
    def coverage(self) -> float:
        """The share of its cells that were used or left out by name."""
        return 1 - self.cells.reported / self.cells.stated if self.cells.stated else 1.0


def account(
    slots: Sequence[Slot],
    readings: Sequence[Reading],
    noted: Mapping[CellKey, str],
    diagnostics: Sequence[Diagnostic],
    unused: Sequence[Diagnostic],
) -> Account | None:
    """The account of a section's cells with its readings, the chosen one first; None where it has no cells."""
    if not slots:
        return None
    chosen = readings[0]
    lines = [slot.line for slot in slots]
    own = {slot.key: noted[slot.key] for slot in slots if slot.key in noted}
    ignored = ignored_by_reason(own)
    cells = Conservation(
        stated=len(slots), used=len(own) - sum(ignored.values()), ignored=ignored, reported=len(unused)
    )
    return Account(
        first=slots[lines.index(min(lines))].span,
        last=slots[lines.index(max(lines))].span,
        layout=chosen.layout if chosen.tables else None,
        titles=tuple(dict.fromkeys(table.title for table in chosen.tables if table.title is not None)),
        tables=len(chosen.tables),
        cells=cells,
        tried={reading.layout: reading.uses.used for reading in readings if reading.tables},
        diagnostics=tuple(diagnostics),
        unused=tuple(unused),
    )
