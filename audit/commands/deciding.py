"""`jixiao audit list`: what people decided about findings."""

from dataclasses import asdict
from pathlib import Path

import click
from rich.text import Text

from audit.side import beside
from audit.side.decisions import Decision
from audit.side.review import reviewing
from ingest.bilingual import Command, both
from ingest.commands.carrying import DATABASE
from ingest.exits import Exit
from ingest.json_lines import line
from ingest.terminal import Terminal, harmless

_HELP = both(
    zh="列出豁免和受理，最近的在前：谁、何时、为何、针对什么。",
    en="List exemptions and acceptances, the last one first: who, when, why, about what.",
)


@click.command("list", cls=Command, help=_HELP)
@DATABASE
@click.option("--withdrawn", is_flag=True, help=both(zh="也列出已撤回的", en="those that were withdrawn, too"))
@click.option("--json", "as_json", is_flag=True, help=both(zh="输出 JSON", en="print JSON"))
@click.pass_obj
def command(terminal: Terminal, *, database: Path, withdrawn: bool, as_json: bool) -> int:
    """Look, and tell."""
    with reviewing(beside(database)) as review:
        found = review.decisions(withdrawn=withdrawn)
    if as_json:
        terminal.data(line({"format_version": 1, "decisions": [asdict(one) for one in found]}))
    else:
        console = terminal.console()
        for one in found:
            console.print(Text(harmless(_told(one, terminal)), style="dim" if one.withdrawn_at else ""))
    return Exit.WELL if found else Exit.NOTHING_FOUND


def _told(one: Decision, terminal: Terminal) -> str:
    kind = terminal.pick(zh="豁免" if one.kind == "exempted" else "受理", en=one.kind)
    about = one.finding_key or f"{one.table_key} {one.indicator_key or ''}".strip()
    first = (f"{one.decision_id:>4}", kind, one.rule, one.subject, one.stated_value, about)
    second = f"      {one.at} {one.name}: {one.reason}"
    if one.withdrawn_at:
        second += f"  {terminal.pick(zh='已撤回', en='withdrawn')} {one.withdrawn_at} {one.withdrawn_by}"
    return "  ".join(part for part in first if part) + "\n" + second
