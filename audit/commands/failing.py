"""`jixiao failures`: which files were not imported, why, and what to do."""

from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

import click

from audit.commands.stating import AS_OF
from audit.database import reading
from audit.standing import failures, warnings
from ingest.bilingual import Command, both
from ingest.commands.carrying import DATABASE
from ingest.commands.words import failure_said, place_of
from ingest.exits import Exit
from ingest.failure import Failure
from ingest.json_lines import line
from ingest.language import pick
from ingest.statuses import ADVICE
from ingest.terminal import Terminal, harmless
from schema.catalogue import Code
from schema.source import Status

_AS_JSON = click.option("--json", "as_json", is_flag=True, help=both(zh="输出 JSON", en="print JSON"))


@click.command(
    "failures",
    cls=Command,
    help=both(
        zh="列出未能导入的文件、原因和下一步；有则退出码为 3。\n\n用 --warnings 列出已导入文件中需要核对之处。",
        en="List the files that were not imported, why, and what to do; exit code 3 if any.\n\n"
        "With --warnings, list what should be checked in the files that were.",
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
@click.option(
    "--warnings",
    "warned",
    is_flag=True,
    help=both(zh="逐个文件列出需要核对之处和位置", en="what should be checked, file by file, and where it stands"),
)
@click.option(
    "--code",
    "codes",
    multiple=True,
    type=click.Choice([code.value for code in Code]),
    metavar="CODE",
    help=both(
        zh="只列此种提示，如 money-unit-assumed，可重复",
        en="only what has this code (money-unit-assumed); may be repeated",
    ),
)
@AS_OF
@_AS_JSON
@click.pass_obj
def command(
    terminal: Terminal,
    *,
    database: Path,
    statuses: tuple[str, ...],
    warned: bool,
    codes: tuple[str, ...],
    as_of: int | None,
    as_json: bool,
) -> int:
    """Look, and tell."""
    with reading(database, as_of=as_of) as connection:
        if warned or codes:
            _tell_warnings(warnings(connection, codes, as_of), terminal, as_json=as_json)
            return Exit.WELL
        found = failures(connection, statuses, as_of)
    if as_json:
        plain = [_plain(row, terminal) for row in found]
        terminal.data(line({"format_version": 1, "failures": plain}))
    else:
        for row in found:
            terminal.data(
                harmless(failure_said(Failure(row["path"], Status(row["status"]), row["zh"], row["en"]), terminal))
            )
    return Exit.SOME_FAILED if found else Exit.WELL


def _tell_warnings(found: list[dict[str, Any]], terminal: Terminal, *, as_json: bool) -> None:
    if as_json:
        plain = [
            {
                **{key: row[key] for key in ("root", "path", "code", "severity", "place", "row", "column")},
                "message": terminal.pick(zh=row["zh"], en=row["en"]),
            }
            for row in found
        ]
        terminal.data(line({"format_version": 1, "warnings": plain}))
        return
    for path, rows in groupby(found, key=itemgetter("root", "path")):
        terminal.data(harmless(path[1]))
        for row in rows:
            where = place_of(row["place"], row["row"], row["column"], terminal)
            said = terminal.pick(zh=row["zh"], en=row["en"])
            terminal.data(harmless(f"  {where + ': ' if where else ''}{said} ({row['code']})"))


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
