"""`jixiao status`: what a database holds, and how it came to."""

from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from audit.database import reading
from audit.standing import holding
from ingest.bilingual import Command, both
from ingest.commands.carrying import DATABASE
from ingest.commands.words import counted
from ingest.json_lines import line
from ingest.options import COUNT
from ingest.statuses import ADVICE
from ingest.terminal import Terminal
from schema.source import Status

AS_OF = click.option(
    "--as-of",
    type=COUNT,
    metavar="N",
    help=both(zh="第 N 次导入之后的情形", en="as it was after import N"),
)
_AS_JSON = click.option("--json", "as_json", is_flag=True, help=both(zh="输出 JSON", en="print JSON"))


def _did(run: dict[str, Any], terminal: Terminal) -> str:
    """The folders of an import and what it recorded of them."""
    files, indicators, failed, gone = (run[name] for name in ("files", "indicators", "failed", "gone"))
    told = terminal.pick(
        zh=f"文件 {files:,}，指标 {indicators:,}，未导入 {failed:,}，已不在 {gone:,}",
        en=f"{counted(files, 'file')}, {counted(indicators, 'indicator')}, {failed:,} not imported, {gone:,} gone",
    )
    return f"{', '.join(run['folders']) or '—'}: {told}"


def _at(moment: str) -> str:
    """A moment as the clock on the wall shows it."""
    return datetime.fromisoformat(moment).astimezone().strftime("%Y-%m-%d %H:%M:%S")


@click.command(
    "status",
    cls=Command,
    help=both(
        zh="数据库中有什么、最近的导入、各状态的文件数。",
        en="What a database holds, its last imports, files by status.",
    ),
)
@DATABASE
@AS_OF
@_AS_JSON
@click.pass_obj
def command(terminal: Terminal, *, database: Path, as_of: int | None, as_json: bool) -> None:
    """Look, and tell."""
    with reading(database, as_of=as_of) as connection:
        found = holding(connection, as_of)
    if as_json:
        terminal.data(line({"format_version": 1, "as_of": as_of, **asdict(found)}))
        return
    say = terminal.pick
    lines = [say(zh="导入", en="Imports")]
    for run in found.imports:
        end = _at(run["finished_at"]) if run["finished_at"] else say(zh="中断", en="interrupted")
        lines.append(f"  {run['import_id']:>4}  {_at(run['started_at'])} – {end}")
        lines.append(f"        {_did(run, terminal)}")
    lines.append(say(zh="文件", en="Files"))
    for name, count in found.statuses.items():
        advice, width = ADVICE[Status(name)], max(map(len, found.statuses))
        lines.append(f"  {count:>6,}  {name:<{width}}  {advice.meaning(terminal.language)}")
        if step := advice.next_step(terminal.language):
            lines.append(f"{'':>8}  {'':<{width}}  → {step}")
    if any(not Status(name).well for name in found.statuses):
        lines.append(say(zh="逐个文件的原因见 jixiao failures", en="Why, file by file: jixiao failures"))
    lines.append(
        say(
            zh=f"绩效表 {found.tables:,}，指标 {found.indicators:,}，目标值 {found.targets:,}，"
            f"未能识别 {found.unparsed:,}，另有不计入的同表 {found.versions:,}",
            en=f"Tables {found.tables:,}, indicators {found.indicators:,}, targets {found.targets:,}, not understood"
            f" {found.unparsed:,}; the same tables elsewhere, not counted: {found.versions:,}",
        )
    )
    terminal.data("\n".join(lines))
