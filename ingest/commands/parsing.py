"""`jixiao parse FILE…`: files read and printed, without a database."""

import sys
from pathlib import Path

import click

from ingest.bilingual import Command, both
from ingest.commands.accounting import show_accounts
from ingest.commands.checking import check_pages, refuse_pictures
from ingest.commands.tables import show_reading
from ingest.commands.words import tell_failure
from ingest.exits import Exit
from ingest.failure import Failure
from ingest.files import shown
from ingest.json_lines import line, reading_object
from ingest.options import NAME, YEAR
from ingest.outcome import Outcome
from ingest.reading import read_source
from ingest.said import Said
from ingest.terminal import Terminal
from schema.limits import Limits

_HELP = both(
    zh="读取文件并显示其中的绩效表；- 表示标准输入。加 --json 每个文件输出一行 JSON。\n\n"
    "加 --explain 说明每个表格由哪种版式读取、各单元格的去向、修正了什么。",
    en="Read files and show the performance tables in them; - is standard input. With --json, one line of JSON a file."
    "\n\nWith --explain, say which layout read which table, what became of its cells, and what was repaired.",
)


@click.command("parse", cls=Command, help=_HELP)
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "--json", "as_json", is_flag=True, help=both(zh="输出 JSON，每个文件一行", en="print JSON, a line a file")
)
@click.option(
    "--year", type=YEAR, help=both(zh="文件未写明时采用的预算年度", en="fiscal year of files that state none")
)
@click.option(
    "--explain",
    is_flag=True,
    help=both(zh="说明各表格是如何读取的，不列指标", en="say how each table was read, instead of its indicators"),
)
@click.option("--region", type=NAME, help=both(zh="文件未写明时采用的地区", en="region of files that state none"))
@click.option(
    "--draw",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="FOLDER",
    help=both(
        zh="把 PDF 各页连同识别出的表格画成图片，存入此文件夹", en="draw the pages of PDF files with the grid found"
    ),
)
@click.option(
    "--cross-check",
    is_flag=True,
    help=both(zh="用第二个读取程序核对 PDF 的每一页", en="compare every page of PDF files with a second reader"),
)
@click.pass_obj
def command(  # noqa: PLR0913 - one parameter an option
    terminal: Terminal,
    *,
    files: tuple[str, ...],
    as_json: bool,
    explain: bool,
    year: int | None,
    region: str | None,
    draw: Path | None,
    cross_check: bool,
) -> int:
    """Read each file, print it, and tell which failed."""
    if draw is not None:
        refuse_pictures(draw, files)
    failed = False
    for name in files:
        outcome = _read(name, Said(year, region))
        if as_json:
            terminal.data(line(reading_object(outcome.reading, terminal.language)))
        elif explain:
            show_accounts(outcome, terminal)
        else:
            show_reading(outcome.reading, terminal)
        if failure := Failure.of(outcome):
            failed = True
            tell_failure(failure, terminal)
        check_pages(name, outcome, terminal, draw=draw, cross_check=cross_check)
        if outcome.defect is not None and terminal.debug:
            terminal.tell(zh=outcome.defect, en=outcome.defect)
    return Exit.SOME_FAILED if failed else Exit.WELL


def _read(name: str, said: Said) -> Outcome:
    limits = Limits()
    if name == "-":
        return read_source(sys.stdin.buffer.read(limits.file_bytes + 1), "-", limits, said)
    return read_source(Path(name), shown(name), limits, said)
