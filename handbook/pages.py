"""Every generated page, each from the module that knows its subject."""

from collections.abc import Iterator
from pathlib import Path

from handbook import commands, diagnostics, formats, layouts, limits, models, rules, statuses, units, values
from handbook.page import LANGUAGES, Page

FOLDER = Path(__file__).parents[1] / "docs" / "reference"


def pages() -> Iterator[Page]:
    """All pages, in both languages."""
    for language in LANGUAGES:
        for subject in (commands, statuses, diagnostics, values, units, formats, layouts, limits, rules):
            yield subject.written(language)
    yield from models.written()
    yield from layouts.pictures()
