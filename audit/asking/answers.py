"""What `find` found, for a person: one group a project, each line with its place."""

from itertools import groupby

from audit.asking.find import Hit
from ingest.commands.tables import Line, show_groups
from ingest.commands.words import place_of
from ingest.spoken import spoken
from ingest.terminal import Terminal


def show(hits: list[Hit], terminal: Terminal) -> None:
    """The hits, grouped by the table they stand in, and how many there are."""
    several = len({hit.root for hit in hits}) > 1
    by_table = [list(group) for _table, group in groupby(hits, key=lambda hit: hit.table_id)]
    groups = ((_heading(g[0], several_roots=several), [_line(hit, terminal) for hit in g]) for g in by_table)
    show_groups(terminal.console(), groups, terminal)
    if hits:
        indicators = len({(hit.table_id, hit.indicator_key) for hit in hits})
        terminal.tell(
            zh=f"指标 {indicators}，目标值 {len(hits)}，表 {len(by_table)}",
            en=f"Indicators: {indicators}, targets: {len(hits)}, tables: {len(by_table)}",
        )


def _heading(hit: Hit, *, several_roots: bool) -> str:
    year = None if hit.fiscal_year is None else str(hit.fiscal_year)
    source = f"{hit.root}/{hit.source}" if several_roots else hit.source
    parts = (hit.project_name or hit.title, hit.agency or hit.department, year, source)
    return " · ".join(part for part in parts if part)


def _line(hit: Hit, terminal: Terminal) -> Line:
    return Line(
        level=hit.level2 or hit.level1,
        name=hit.name,
        stated=hit.stated_value,
        understood=spoken(hit.target, terminal.language) if hit.target else "",
        where=place_of(hit.place, hit.row, None, terminal),
    )
