"""`jixiao doctor`: what jixiao rests on, and what to do where it is not enough."""

import os
from pathlib import Path

import click
from rich.table import Table
from rich.text import Text

from ingest.bilingual import Command, both
from ingest.doctor import Check, examine
from ingest.exits import CommandError, Exit
from ingest.json_lines import line
from ingest.terminal import Terminal

_HELP = both(
    zh="检查 Python、各库版本、SQLite 功能、磁盘空间和读取进程。退出码：0 正常，1 有不足。",
    en="Check Python, the versions of libraries, the features of SQLite, room on the disk, and a worker. Exit code 0:"
    " well; 1: something is missing.",
)


@click.command("doctor", cls=Command, help=_HELP)
@click.option(
    "--db",
    "database",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help=both(
        zh="检查此数据库所在的磁盘（默认为当前文件夹）",
        en="look at the disk of this database (by default, of this folder)",
    ),
)
@click.option("--json", "as_json", is_flag=True, help=both(zh="输出 JSON", en="print JSON"))
@click.pass_obj
def command(terminal: Terminal, *, database: Path | None, as_json: bool) -> int:
    """Look, and tell."""
    folder = Path() if database is None else Path(os.path.realpath(database)).parent
    if not folder.is_dir():
        raise CommandError(
            Exit.STORAGE, zh=f"没有文件夹 {folder}；请检查路径", en=f"there is no folder {folder}; check the path"
        )
    checks = examine(folder)
    if as_json:
        plain = [{"name": c.name, "found": c.found, "well": c.well, "advice": _advice(c, terminal)} for c in checks]
        terminal.data(line({"format_version": 1, "well": all(c.well for c in checks), "checks": plain}))
    else:
        _show(checks, terminal)
    return Exit.WELL if all(check.well for check in checks) else Exit.UNEXPECTED


def _advice(check: Check, terminal: Terminal) -> str:
    return "" if check.well else terminal.pick(zh=check.zh, en=check.en)


def _show(checks: list[Check], terminal: Terminal) -> None:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), show_header=False)
    for check in checks:
        mark = Text("✓", style="green") if check.well else Text("✗", style="bold red")
        table.add_row(mark, Text(check.name), Text(check.found), Text(_advice(check, terminal), style="yellow"))
    terminal.console().print(table)
