"""`jixiao audit accept`: findings that are taken up, with a note and a name."""

from pathlib import Path

import click

from audit.commands.exempting import KEYS, REASON, WHO
from audit.side import beside
from audit.side.review import reviewing
from ingest.bilingual import Command, both
from ingest.commands.carrying import DATABASE
from ingest.exits import CommandError, Exit
from ingest.terminal import Terminal

_HELP = both(
    zh="受理疑点（编号见 jixiao audit --show），写明处理意见和姓名。",
    en="Take findings up (jixiao audit --show names their keys), with a note and a name.",
)


@click.command("accept", cls=Command, help=_HELP)
@KEYS
@DATABASE
@REASON
@WHO
@click.pass_obj
def command(terminal: Terminal, *, keys: tuple[str, ...], database: Path, reason: str, name: str) -> None:
    """Note that they are taken up."""
    if not keys:
        raise CommandError(Exit.USAGE, zh="请给出疑点编号", en="name the key of a finding")
    with reviewing(beside(database)) as review:
        for key in keys:
            review.accept(key, reason=reason, name=name)
    terminal.tell(zh=f"已受理 {len(keys)} 项", en=f"Accepted: {len(keys)}")
