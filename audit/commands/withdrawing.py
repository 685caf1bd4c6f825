"""`jixiao audit withdraw`: what was decided about findings holds no more."""

from pathlib import Path

import click

from audit.commands.exempting import KEYS, WHO
from audit.side import beside
from audit.side.review import reviewing
from ingest.bilingual import Command, both
from ingest.commands.carrying import DATABASE
from ingest.exits import CommandError, Exit
from ingest.terminal import Terminal

_HELP = both(
    zh="撤回豁免或受理，按疑点编号或决定的序号（见 jixiao audit list）。撤回的决定仍有记录。",
    en="Withdraw an exemption or acceptance, by the key of the finding or the number of the decision (see jixiao audit"
    " list). What was withdrawn stays on record.",
)


@click.command("withdraw", cls=Command, help=_HELP)
@KEYS
@DATABASE
@WHO
@click.pass_obj
def command(terminal: Terminal, *, keys: tuple[str, ...], database: Path, name: str) -> int:
    """Withdraw, and tell how many there were."""
    if not keys:
        raise CommandError(Exit.USAGE, zh="请给出编号", en="name a key")
    with reviewing(beside(database)) as review:
        ended = sum(review.withdraw(key, name=name) for key in keys)
    terminal.tell(zh=f"已撤回 {ended} 项", en=f"Withdrawn: {ended}")
    return Exit.WELL if ended else Exit.NOTHING_FOUND
