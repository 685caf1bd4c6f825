"""The layouts there are; which of them reads a section is decided by coverage, never by their order here."""

from collections.abc import Callable
from typing import Protocol

from parsers.layouts import crosswise, form, framework, long_list, prose, prose_form, score_list, transposed, unheaded
from parsers.layouts.reading import Reading
from parsers.layouts.sections.sections import Section

Layout = Callable[[Section], Reading]


class _Module(Protocol):
    """What the module of a layout holds: its name, words for it in Chinese and English, how it reads a section."""

    NAME: str
    WORDS: tuple[str, str]

    def read(self, section: Section, /) -> Reading: ...


_MODULES: tuple[_Module, ...] = (
    crosswise,
    form,
    framework,
    long_list,
    prose,
    prose_form,
    score_list,
    transposed,
    unheaded,
)
LAYOUTS: tuple[Layout, ...] = tuple(module.read for module in _MODULES)
WORDS = {module.NAME: module.WORDS for module in _MODULES}
"""What each layout is called, in Chinese and English."""


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
