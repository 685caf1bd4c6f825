"""`jixiao retry --db FILE`: the files that failed, read again."""

import os
from pathlib import Path

import click

from ingest.bilingual import Command, both
from ingest.commands.carrying import DATABASE, FAIL_ON, JOBS, JSON, LIMITS, REPORT, WAIT, carried_out, tell
from ingest.edition import Editions
from ingest.exits import CommandError, Exit
from ingest.held import Held
from ingest.importer import Wanted
from ingest.limits_file import read_limits
from ingest.order import Order
from ingest.outputs import refuse_overwriting
from ingest.terminal import Terminal
from ingest.there import exists
from schema.source import Status

_HELP = both(
    zh="重新读取数据库中失败的文件（默认），或某种状态的、旧版本读取的文件。未变的结果不写入。",
    en="Read again the files that failed (by default), those of a status, or those that an older version read. What"
    " ends as before is not written.",
)


@click.command("retry", cls=Command, help=_HELP)
@DATABASE
@click.option(
    "--failed", is_flag=True, help=both(zh="所有失败的文件（默认）", en="every file that failed (the default)")
)
@click.option(
    "--status",
    "statuses",
    multiple=True,
    type=click.Choice([status.value for status in Status]),
    metavar="STATUS",
    help=both(zh="此状态的文件，可重复", en="files of this status; may be repeated"),
)
@click.option("--older-edition", is_flag=True, help=both(zh="旧版本读取的文件", en="files that an older version read"))
@WAIT
@JOBS
@LIMITS
@FAIL_ON
@REPORT
@JSON
@click.pass_obj
def command(  # noqa: PLR0913 - one parameter an option
    terminal: Terminal,
    *,
    database: Path,
    failed: bool,
    statuses: tuple[str, ...],
    older_edition: bool,
    wait: bool,
    jobs: int | None,
    limits_file: Path | None,
    fail_on: str,
    page: Path | None,
    as_json: bool,
) -> int:
    """Try again, and tell what became of each file."""
    if not exists(database):
        raise CommandError(
            Exit.DATABASE,
            zh=f"没有数据库 {database}；请先运行 jixiao import",
            en=f"there is no database {database}; run jixiao import first",
        )
    refuse_overwriting([page], database, read=[limits_file])
    asked = frozenset(map(Status, statuses))
    wanted = _wanted(asked, failed=failed or not (asked or older_edition), older=older_edition)
    real = Path(os.path.realpath(database))
    order = Order(real, wanted=wanted, limits=read_limits(limits_file), jobs=jobs, wait=wait)
    return tell(carried_out(order, terminal), terminal, as_json=as_json, fail_on=fail_on, page=page)


def _wanted(statuses: frozenset[Status], *, failed: bool, older: bool) -> Wanted:
    def wanted(before: Held, editions: Editions) -> bool:
        lost = failed and not before.status.well
        return lost or before.status in statuses or (older and before.editions != editions)

    return wanted
