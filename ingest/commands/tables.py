"""Indicators in columns for a person: level, name, value as written, how it is understood, where it stands."""

from collections.abc import Iterable
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table
from rich.text import Text

from ingest.commands.words import place_of
from ingest.rows import where
from ingest.spoken import spoken
from ingest.terminal import Terminal, harmless
from schema.source import SourceReading
from schema.table import Indicator, PerformanceTable

_SHARES = (18, 24, 16, 19, 19)
"""What each column gets of the width: a level and a place fit on a line of 100."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a person's table; `understood` in words."""

    level: str | None
    name: str
    stated: str | None
    understood: str
    where: str


def show_groups(console: Console, groups: Iterable[tuple[str, Iterable[Line]]], terminal: Terminal) -> None:
    """Headings with their lines; the columns stand in one place throughout and are named once."""
    named = False
    for heading, lines in groups:
        if not named:
            console.print(_columns(terminal, named=True))
            named = True
        console.print(Text(harmless(heading), style="bold"))
        console.print(_filled(_columns(terminal, named=False), lines))
        console.print()


def _columns(terminal: Terminal, *, named: bool) -> Table:
    columns = (
        terminal.pick(zh="层级", en="level"),
        terminal.pick(zh="指标", en="indicator"),
        terminal.pick(zh="原文", en="as written"),
        terminal.pick(zh="理解为", en="understood as"),
        terminal.pick(zh="位置", en="where"),
    )
    table = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0), expand=True, show_header=named, header_style="dim")
    for column, share in zip(columns, _SHARES, strict=True):
        table.add_column(column, ratio=share, overflow="fold")
    return table


def _filled(table: Table, lines: Iterable[Line]) -> Table:
    for row in lines:
        cells = (row.level or "", row.name, row.stated or "", row.understood, row.where)
        table.add_row(*(Text(harmless(cell)) for cell in cells))
    return table


def show_reading(reading: SourceReading, terminal: Terminal) -> None:
    """The tables of a source."""
    groups = (
        (heading(table, reading.source.path, terminal), [_line(indicator, terminal) for indicator in table.indicators])
        for table in reading.tables
    )
    show_groups(terminal.console(), groups, terminal)


def heading(table: PerformanceTable, source: str, terminal: Terminal) -> str:
    """What a table is about, on one line."""
    year = None if table.fiscal_year is None else str(table.fiscal_year)
    budget = None if table.budget.total is None else f"{table.budget.total} {terminal.pick(zh='元', en='yuan')}"
    parts = (table.project_name or table.title, table.agency or table.department, year, budget, source)
    return " · ".join(part for part in parts if part)


def _line(indicator: Indicator, terminal: Terminal) -> Line:
    span = where(indicator)
    return Line(
        level=indicator.level2 or indicator.level1,
        name=indicator.name,
        stated=indicator.stated.value,
        understood="\n".join(spoken(target, terminal.language) for target in indicator.targets),
        where=place_of(span.place, span.row, None, terminal) if span else "",
    )
