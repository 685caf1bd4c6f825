"""A Document interpreted: its sections read by the layout that explains most, every cell accounted for."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial

from normalize.fiscal_years import from_file_name
from normalize.taxonomy import is_level
from normalize.text import fold, narrow
from parsers.layouts.accounts import Account, account
from parsers.layouts.document_years import document_year
from parsers.layouts.grids.rows import CellKey, Row, Slot, keys_of, rows_of
from parsers.layouts.grids.uses import ignored_by_reason
from parsers.layouts.reading import Reading
from parsers.layouts.registry import readings
from parsers.layouts.repetitions import told_once
from parsers.layouts.sections.continuations import joins
from parsers.layouts.sections.sections import Section, sections
from parsers.layouts.words import labels
from schema.catalogue import Code
from schema.diagnostic import Diagnostic
from schema.document import Document, Text
from schema.model import Model
from schema.source import Conservation
from schema.span import Span
from schema.table import PerformanceTable

YearOf = Callable[[str | None], tuple[int, str, Span] | None]
"""The year that the headings of a file state, or of one in an archive."""

_TELEPHONE = re.compile(r"(?<![0-9])(?:1[3-9][0-9]{9}|0[0-9]{2,3}-?[0-9]{7,8})(?![0-9])")
_APART = re.compile(r"[\s,;|]+")


class Hints(Model):
    """What is known of a source beside its content; a document's own words always come first."""

    file_name: str
    fiscal_year: int | None = None
    region: str | None = None


class Interpretation(Model):
    """The performance tables of a Document, what was odd, what became of its cells, and of each of its sections."""

    tables: tuple[PerformanceTable, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    cells: Conservation = Conservation()
    accounts: tuple[Account, ...] = ()


def interpret(document: Document, hints: Hints) -> Interpretation:
    """Every performance table in a Document, with targets still to be typed, and the account of its cells."""
    tables: list[PerformanceTable] = []
    diagnostics: list[Diagnostic] = []
    noted: dict[CellKey, str] = {}
    accounts: list[Account] = []
    reported: dict[CellKey, Diagnostic] = {}
    year_of = cache(partial(document_year, document))
    for section in sections(document):
        found, slots = readings(section), list(section.slots)
        reading, said = found[0], [*joins(slots), *found[0].diagnostics]
        tables.extend(_completed(reading, section, slots, year_of, hints, said))
        own = reading.uses.noted if reading.tables else _left_alone(reading, section, slots, said)
        left_over = [slot for slot in slots if slot.key not in own]
        reported |= {slot.key: _reported(slot) for slot in left_over}
        unused = [reported[slot.key] for slot in left_over]
        told = account(slots, found, own, said, unused)
        accounts.extend([told] if told is not None else [])
        diagnostics.extend(said)
        noted |= own
    once, twice = told_once(tables)
    shown, hidden = keys_of(document.grids)
    noted |= dict.fromkeys(hidden, "hidden")
    left = [key for key in shown if key not in noted]
    of_none = _slots([key for key in left if key not in reported], document)
    diagnostics.extend(reported.get(key) or _reported(of_none[key]) for key in left)
    ignored = ignored_by_reason(noted)
    cells = Conservation(
        stated=len(shown) + len(hidden), used=len(noted) - sum(ignored.values()), ignored=ignored, reported=len(left)
    )
    diagnostics.extend(twice)
    if not tables:
        diagnostics.extend(_without_columns(document))
        diagnostics.extend(_in_text(document))
    return Interpretation(tables=once, diagnostics=tuple(diagnostics), cells=cells, accounts=tuple(accounts))


def _slots(keys: Sequence[CellKey], document: Document) -> Mapping[CellKey, Slot]:
    """The cells of some keys, which few documents have: no section holds them."""
    if not keys:
        return {}
    return {slot.key: slot for grid in document.grids for row in rows_of(grid) for slot in row.slots}


def _completed(
    reading: Reading,
    section: Section,
    slots: Sequence[Slot],
    year_of: YearOf,
    hints: Hints,
    diagnostics: list[Diagnostic],
) -> list[PerformanceTable]:
    """The tables of a section with its coverage, and with year and region from outside where they state none."""
    if not reading.tables:
        return []
    stated = [key for slot in slots for key in slot.keys]
    coverage = round(sum(key in reading.uses.noted for key in stated) / len(stated), 4)
    year = None
    if any(table.fiscal_year is None for table in reading.tables):
        year = from_file_name(_last(section.member) or hints.file_name)
        if year is not None:
            diagnostics.append(Diagnostic(code=Code.YEAR_FROM_FILE_NAME, args={"year": str(year)}))
        elif (headed := year_of(section.member)) is not None:
            year, text, span = headed
            args = {"year": str(year), "text": text}
            diagnostics.append(Diagnostic(code=Code.YEAR_FROM_HEADING, args=args, span=span))
    known = {"fiscal_year": year or hints.fiscal_year, "region": hints.region}
    return [
        table.model_copy(
            update={
                "coverage": coverage,
                **{name: told for name, told in known.items() if getattr(table, name) is None},
            }
        )
        for table in reading.tables
    ]


def _last(member: str | None) -> str | None:
    """The name of the file itself, of one in an archive in an archive."""
    return member.rsplit(" › ", 1)[-1].rsplit("/", 1)[-1] if member is not None else None


def _left_alone(
    reading: Reading, section: Section, slots: Sequence[Slot], diagnostics: list[Diagnostic]
) -> dict[CellKey, str]:
    """The cells of what is no filled-in performance table, ignored by the name of what it is.

    What looks like a performance table and was not understood is not ignored: its cells are reported.
    """
    keys = [key for slot in slots for key in slot.keys]
    if reading.diagnostics:
        return dict.fromkeys(keys, "empty-template")
    if not section.rows:
        return dict.fromkeys(keys, "line-without-table")
    args, span = {"cells": str(len(slots))}, slots[0].span
    if section.titled or _resembles(section, slots):
        diagnostics.append(Diagnostic(code=Code.TABLE_NOT_UNDERSTOOD, args=args, span=span))
        return {}
    diagnostics.append(Diagnostic(code=Code.OTHER_TABLE, args=args, span=span))
    return dict.fromkeys(keys, "other-table")


def _resembles(section: Section, slots: Sequence[Slot]) -> bool:
    """Whether what no layout reads has the words of a performance table: its header, or several levels of indicators.

    数量 alone heads lists of purchases, and 成本 those of accounts.
    """
    levels = {fold(slot.text) for slot in slots if is_level(slot.text)}
    named = any("指标" in level for level in levels)
    return len(levels) >= (2 if named else 3) or any(_heads_levels(row) for row in section.rows)


def _heads_levels(row: Row) -> bool:
    return len({labels.column(slot.text) for slot in row.slots} & {"level1", "level2", "value"}) >= 2


_FEWEST = 3
_WIDEST = 8
"""Labels that are looked at together, of a header copied a cell a line."""
_LONGEST_LINE = 200


def _without_columns(document: Document) -> Iterator[Diagnostic]:
    """The first line of text that has the words of a header over indicators, where nothing was read as a table.

    Or the first lines that have a word each, as of a table that was copied a cell a line.
    """
    alone: list[Text] = []
    for block in document.blocks:
        if not isinstance(block, Text) or block.hidden or len(block.text) > _LONGEST_LINE:
            alone = []
            continue
        words = _words(block)
        alone = [*alone, block][-_WIDEST:] if len(words) == 1 and labels.column(words[0]) is not None else []
        for lines in ([block], alone):
            columns = {labels.column(word) for line in lines for word in _words(line)}
            if len(columns & {"level1", "level2", "name", "value"}) >= _FEWEST:
                args = {"text": " ".join(word for line in lines for word in _words(line))}
                yield Diagnostic(code=Code.TABLE_WITHOUT_COLUMNS, args=args, span=lines[0].span)
                return


def _words(block: Text) -> list[str]:
    """The words of a line, be they cells of a file of separated values that was read as text."""
    return [word.strip('"') for word in _APART.split(block.text) if word.strip('"')]


def _in_text(document: Document) -> Iterator[Diagnostic]:
    """The first of several paragraphs that each begin with another level of indicators: 数量指标：清运垃圾≥5万吨."""
    levels: dict[str, Text] = {}
    for block in document.blocks:
        if isinstance(block, Text) and not block.hidden:
            level, colon, said = narrow(block.text[:_LONGEST_LINE]).partition(":")
            if colon and said.strip() and is_level(level):
                levels.setdefault(fold(level), block)
    if len(levels) >= _FEWEST:
        first = next(iter(levels.values()))
        args = {"text": first.text.strip(), "count": str(len(levels))}
        yield Diagnostic(code=Code.INDICATORS_IN_TEXT, args=args, span=first.span)


def _reported(slot: Slot) -> Diagnostic:
    """A cell nobody understood; a telephone number in it is not repeated."""
    text = _TELEPHONE.sub("…", slot.text)
    return Diagnostic(code=Code.UNUSED_CELL, args={"text": text}, span=slot.span)
