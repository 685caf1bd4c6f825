"""What a layout makes of a section."""

from dataclasses import dataclass, field

from parsers.layouts.grids.uses import Uses
from schema.diagnostic import Diagnostic
from schema.table import PerformanceTable


@dataclass(frozen=True, slots=True)
class Reading:
    """The tables a layout found in a section, the account of its cells, and what was odd."""

    layout: str
    tables: tuple[PerformanceTable, ...] = ()
    uses: Uses = field(default_factory=Uses)
    diagnostics: tuple[Diagnostic, ...] = ()
