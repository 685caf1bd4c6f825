"""`jixiao diff N [M]`: the indicators that were added, removed and changed between two imports."""

from dataclasses import asdict
from pathlib import Path

import click
from rich.text import Text

from audit.database import reading
from audit.history import Difference, differences, last_import
from audit.texts import fact
from ingest.bilingual import Command, both
from ingest.commands.carrying import DATABASE
from ingest.commands.words import place_of
from ingest.json_lines import line
from ingest.options import COUNT
from ingest.terminal import Terminal, harmless
from schema.diagnostic import Language

_HELP = both(
    zh="列出两次导入之间增加、减少、改变的指标（按键对应）。N、M 是导入的编号，见 jixiao status；不写 M 即最近一次。",
    en="List the indicators added, removed and changed between two imports, told by their keys. N and M are the numbers"
    " of imports, see jixiao status; without M, the last one.",
)


@click.command("diff", cls=Command, help=_HELP)
@click.argument("then", metavar="N", type=COUNT)
@click.argument("now", metavar="[M]", type=COUNT, required=False)
@DATABASE
@click.option("--json", "as_json", is_flag=True, help=both(zh="输出 JSON", en="print JSON"))
@click.pass_obj
def command(terminal: Terminal, *, then: int, now: int | None, database: Path, as_json: bool) -> None:
    """Compare, and show what differs."""
    with reading(database) as connection:
        now = now or last_import(connection)
        found = list(differences(connection, then, now))
    kinds = {kind: [one for one in found if _kind(one) == kind] for kind in ("added", "removed", "changed")}
    if as_json:
        plain = {kind: [asdict(one) for one in ones] for kind, ones in kinds.items()}
        terminal.data(line({"format_version": 1, "from": then, "to": now, **plain}))
    else:
        _show(found, terminal)
    added, removed, changed = (len(ones) for ones in kinds.values())
    terminal.tell(
        zh=f"增加 {added}，减少 {removed}，改变 {changed}", en=f"Added {added}, removed {removed}, changed {changed}"
    )


def _kind(one: Difference) -> str:
    return "added" if one.before is None else "removed" if one.after is None else "changed"


def _show(found: list[Difference], terminal: Terminal) -> None:
    console = terminal.console()
    table = ""
    for one in found:
        if one.table_key != table:
            table = one.table_key
            parts = (
                one.project_name,
                one.agency,
                None if one.fiscal_year is None else str(one.fiscal_year),
                one.source,
            )
            console.print(Text(harmless(" · ".join(filter(None, parts))), style="bold"))
        sign, style = {"added": ("+", "green"), "removed": ("−", "red"), "changed": ("~", "yellow")}[_kind(one)]
        place = place_of(one.place, one.row, None, terminal)
        console.print(
            Text(f"{sign} "), Text(harmless(f"{_said(one, terminal.language)}  {place}"), style=style), sep=""
        )


def _said(one: Difference, language: Language) -> str:
    before, after = one.before or {}, one.after or {}
    called = after.get("name") or before.get("name") or ""
    if not before or not after:
        return f"{called}  {(after or before).get('stated_value') or ''}".rstrip()
    changes = [
        # The value is what an indicator is about; of anything else the name tells what it is.
        f"{'' if name == 'stated_value' else fact(language, name) + ' '}{before[name] or '∅'} → {after[name] or '∅'}"
        for name in before
        if before[name] != after[name]
    ]
    return f"{called}  {'; '.join(changes)}"
