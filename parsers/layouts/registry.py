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
    """The reading that uses most cells of a section; of equals the one with fewer diagnostics, then by name."""
    readings = [layout(section) for layout in layouts]
    return min(
        readings, key=lambda reading: (not reading.tables, -reading.uses.used, len(reading.diagnostics), reading.layout)
    )
