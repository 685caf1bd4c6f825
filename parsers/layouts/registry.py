"""The layouts there are; which of them reads a section is decided by coverage, never by their order here."""

from collections.abc import Callable

from parsers.layouts import crosswise, form, framework, long_list, prose, transposed
from parsers.layouts.reading import Reading
from parsers.layouts.sections import Section

Layout = Callable[[Section], Reading]

LAYOUTS: tuple[Layout, ...] = (
    crosswise.read,
    form.read,
    framework.read,
    long_list.read,
    prose.read,
    transposed.read,
)


def best_reading(section: Section, layouts: tuple[Layout, ...] = LAYOUTS) -> Reading:
    """The reading that uses most cells of a section; of equals the one that leaves fewer unexplained, then by name."""
    return readings(section, layouts)[0]


def readings(section: Section, layouts: tuple[Layout, ...] = LAYOUTS) -> list[Reading]:
    """What every layout makes of a section, the one that explains most of its cells first."""
    return sorted((layout(section) for layout in layouts), key=_worth)


def _worth(reading: Reading) -> tuple[bool, int, int, str]:
    # What a reading does not even note is reported, a diagnostic for each cell.
    reported = len(reading.diagnostics) - len(reading.uses.noted)
    return not reading.tables, -reading.uses.used, reported, reading.layout
