"""`jixiao watch FOLDER… --db FILE`: folders watched, and imported whenever they have come to rest."""

import os
from collections.abc import Iterator
from pathlib import Path

import click

from ingest.bilingual import Command, both
from ingest.commands.carrying import DATABASE, JOBS, JSON, LIMITS, WAIT, carried_out, tell
from ingest.exits import Exit
from ingest.heard import heard
from ingest.limits_file import read_limits
from ingest.lock import companions
from ingest.order import Order
from ingest.rest import Rest
from ingest.terminal import Terminal

SETTLE_SECONDS = 5.0

_HELP = both(
    zh="先导入一次，然后监视文件夹；变化停止 5 秒后再导入。按 Ctrl-C 结束。",
    en="Import once, then watch the folders; import again when nothing has changed for 5 seconds. Ctrl-C ends it.",
)


@click.command("watch", cls=Command, help=_HELP)
@click.argument(
    "folders",
    nargs=-1,
    required=True,
    metavar="FOLDER...",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
)
@DATABASE
@click.option(
    "--settle",
    type=click.FloatRange(min=0.05, max=3600),
    default=SETTLE_SECONDS,
    show_default=True,
    metavar="SECONDS",
    help=both(zh="变化停止多少秒后导入", en="how long nothing must change before an import"),
)
@click.option("--rounds", type=click.IntRange(min=1), help=both(zh="导入多少次后结束", en="end after so many imports"))
@WAIT
@JOBS
@LIMITS
@JSON
@click.pass_obj
def command(  # noqa: PLR0913 - one parameter an option
    terminal: Terminal,
    *,
    folders: tuple[Path, ...],
    database: Path,
    settle: float,
    rounds: int | None,
    wait: bool,
    jobs: int | None,
    limits_file: Path | None,
    as_json: bool,
) -> int:
    """Import, wait for a change, import again."""
    real = Path(os.path.realpath(database))
    order = Order(real, paths=folders, limits=read_limits(limits_file), jobs=jobs, wait=wait)
    changes = _changes(folders, real, settle)
    for done, _change in enumerate(changes, start=1):
        tell(carried_out(order, terminal), terminal, as_json=as_json, fail_on="never", page=None)
        if done == rounds:
            break
    return Exit.WELL


def _changes(folders: tuple[Path, ...], database: Path, settle: float) -> Iterator[None]:
    """Once at the start, then whenever something has changed and come to rest."""
    found = heard(folders, companions(database))
    next(found)  # from here on nothing is missed, not even what changes during the first import
    yield
    rest = Rest(settle)
    for changed in found:
        rest.heard(changed)
        if rest.is_come:
            rest = Rest(settle)
            yield
