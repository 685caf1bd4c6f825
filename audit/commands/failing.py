"""`jixiao failures`: which files were not imported, why, and what to do."""

from pathlib import Path

import click

from audit.database import reading
from audit.standing import failures
from ingest.bilingual import Command, both
from ingest.commands.carrying import DATABASE
from ingest.commands.words import tell_failure
from ingest.exits import Exit
from ingest.failure import Failure
from ingest.json_lines import line
from ingest.language import pick
from ingest.statuses import ADVICE
from ingest.terminal import Terminal
from schema.source import Status

_AS_JSON = click.option("--json", "as_json", is_flag=True, help=both(zh="输出 JSON", en="print JSON"))


@click.command(
    "failures",
    cls=Command,
    help=both(
        zh="列出未能导入的文件、原因和下一步；有则退出码为 3。",
        en="List the files that were not imported, why, and what to do; exit code 3 if any.",
    ),
)
@DATABASE
@click.option(
    "--status",
    "statuses",
    multiple=True,
    type=click.Choice([status.value for status in Status]),
    metavar="STATUS",
    help=both(zh="只列此状态的文件，可重复", en="only files of this status; may be repeated"),
)
@_AS_JSON
@click.pass_obj
def command(terminal: Terminal, *, database: Path, statuses: tuple[str, ...], as_json: bool) -> int:
    """Look, and tell."""
    with reading(database) as connection:
        found = failures(connection, statuses)
    if as_json:
        plain = [_plain(row, terminal) for row in found]
        terminal.data(line({"format_version": 1, "failures": plain}))
    else:
        for row in found:
            tell_failure(Failure(row["path"], Status(row["status"]), row["zh"], row["en"]), terminal)
    return Exit.SOME_FAILED if found else Exit.WELL


def _plain(row: dict[str, str], terminal: Terminal) -> dict[str, str | None]:
    advice = ADVICE[Status(row["status"])]
    message = pick(terminal.language, zh=row["zh"], en=row["en"]) or advice.meaning(terminal.language)
    return {
        "root": row["root"],
        "path": row["path"],
        "url": row["url"],
        "status": row["status"],
        "message": message,
        "next": advice.next_step(terminal.language),
    }
