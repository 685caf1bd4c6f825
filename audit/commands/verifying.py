"""`jixiao verify`: whether a database is what it says."""

from pathlib import Path

import click
from rich.table import Table
from rich.text import Text

from audit.database import reading
from audit.originals import Words
from audit.verify import Check, verify
from ingest.bilingual import Command, both
from ingest.commands.carrying import DATABASE
from ingest.exits import Exit
from ingest.json_lines import line
from ingest.terminal import Terminal, harmless
from schema.diagnostic import Language

_MOST = 10
_NAMES = {
    "integrity": ("数据库完整性", "integrity of the database"),
    "foreign_keys": ("各表之间的对应", "rows that refer to each other"),
    "search_index": ("检索索引", "search index"),
    "orphans": ("没有无主的内容", "nothing left behind: every document, table and duplicate belongs to a file"),
    "ledger": ("各文件的记录前后一致", "what is recorded of each file agrees with itself"),
    "seals": ("导入、文件记录、原文及历史都未被改动", "imports, files, documents and history as they were written"),
    "standing": ("哪一份绩效表计入", "which of several equal or rival tables counts"),
    "cells": ("单元格都有着落（文件数）", "every cell accounted for, by files"),
    "provenance": ("文字都在所记的原文位置", "texts where they are said to stand"),
    "meaning": ("各行与所存原文重新解读的结果相同", "rows as their documents tell them, read anew"),
    "sources": ("原文件与导入时相同", "files as they were imported"),
}
_HELP = both(
    zh="核对数据库：完整性、外键、检索索引、孤立的行、文件记录、写入后的改动（包括历史）、哪一份计入、单元格、每个文字的原文位置；"
    "由库中保存的原文重新解读，逐行比对；"
    "并重新计算原文件的摘要。\n\n退出码：0 全部相符；5 数据库有问题；3 只有原文件不符（变化、移走）。",
    en="Check a database: integrity, foreign keys, search index, rows that belong to nothing, what is recorded of each"
    " file, changes since it was written (history too), which table counts, cells, every text at its place; tell every"
    " row anew from the document stored with it; and hash the files again.\n\n"
    "Exit codes: 0 all holds; 5 the database is at fault; 3 only files differ.",
)


@click.command("verify", cls=Command, help=_HELP)
@DATABASE
@click.option("--no-files", is_flag=True, help=both(zh="不核对原文件", en="leave the files alone"))
@click.option("--json", "as_json", is_flag=True, help=both(zh="输出 JSON", en="print JSON"))
@click.pass_obj
def command(terminal: Terminal, *, database: Path, no_files: bool, as_json: bool) -> int:
    """Check, and tell."""
    title: dict[Language, str] = {"zh": "核对", "en": "Checking"}
    with reading(database, strictly=False) as connection, terminal.progress(title) as step:
        checks = list(verify(connection, database, files=not no_files, step=step))
    if as_json:
        plain = [
            {
                "name": c.name,
                "looked_at": c.looked_at,
                "left": c.left,
                "well": c.well,
                "problems": [_said(p, terminal) for p in c.problems],
            }
            for c in checks
        ]
        terminal.data(line({"format_version": 1, "well": all(c.well for c in checks), "checks": plain}))
    else:
        _show(checks, terminal)
    wrong = {check.name for check in checks if not check.well}
    return Exit.WELL if not wrong else Exit.SOME_FAILED if wrong == {"sources"} else Exit.DATABASE


def _said(problem: Words, terminal: Terminal) -> str:
    zh, en = problem
    return terminal.pick(zh=zh, en=en)


def _show(checks: list[Check], terminal: Terminal) -> None:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), show_header=False)
    for check in checks:
        zh, en = _NAMES[check.name]
        mark = Text("✓", style="green") if check.well else Text("✗", style="bold red")
        table.add_row(mark, Text(terminal.pick(zh=zh, en=en)), Text(f"{check.looked_at:,}"))
    console = terminal.console()
    console.print(table)
    if left := sum(check.left for check in checks):
        terminal.tell(
            zh=f"{left:,} 个文件由另一版本解读，未重新比对；jixiao import --stored 按本版本解读后再核对",
            en=f"{left:,} files were given their meaning by another version and not told anew;"
            " jixiao import --stored does so by this one, then verify",
        )
    for check in checks:
        for problem in check.problems[:_MOST]:
            console.print(Text(f"✗ {harmless(_said(problem, terminal))}", style="yellow"), soft_wrap=True)
        if (more := len(check.problems) - _MOST) > 0:
            zh, en = f"  另有 {more:,} 处，用 --json 全部列出", f"  and {more:,} more, all of them with --json"
            console.print(Text(terminal.pick(zh=zh, en=en)))
