"""`jixiao import PATH… --db FILE`: files and folders into a database."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import click

from ingest.bilingual import Command, both
from ingest.commands.summary import report_object, tell_changes, tell_report
from ingest.edition import editions
from ingest.exits import CommandError, Exit
from ingest.importer import Importer
from ingest.json_lines import line
from ingest.limits_file import read_limits
from ingest.lock import held
from ingest.manifest import NO_MANIFEST, read_manifest
from ingest.named import named
from ingest.options import COUNT, NAME, YEAR
from ingest.report import Report
from ingest.said import Said
from ingest.store import Store, opened, rehearsed
from ingest.terminal import Terminal
from ingest.workers import Workers
from schema.source import Status

_HELP = both(
    zh="把文件和文件夹导入数据库。\n\n"
    "再次导入同一文件夹：未变的文件跳过，变化的文件取代旧内容，已删除的文件标为 vanished；旧行作为历史保留。\n\n"
    "退出码：0 正常；3 有文件未能导入；5 数据库问题；6 无法写入；75 另一导入正在进行。",
    en="Import files and folders into a database.\n\n"
    "Importing a folder again skips what is unchanged, supersedes what changed, and marks what was removed as vanished;"
    " superseded rows are kept as history.\n\n"
    "Exit codes: 0 well; 3 some files failed; 5 database; 6 storage; 75 another import is running.",
)


@click.command("import", cls=Command, help=_HELP)
@click.argument("paths", nargs=-1, metavar="PATH...", type=click.Path(path_type=Path))
@click.option(
    "--stored",
    is_flag=True,
    help=both(
        zh="不读文件，按现在的规则重新解析库中全部内容", en="give what is stored its meaning anew, without files"
    ),
)
@click.option(
    "--db",
    "database",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help=both(zh="数据库文件，没有则新建", en="the database, made if there is none"),
)
@click.option(
    "--year", type=YEAR, help=both(zh="文件未写明时采用的预算年度", en="fiscal year of files that state none")
)
@click.option("--region", type=NAME, help=both(zh="文件未写明时采用的地区", en="region of files that state none"))
@click.option(
    "--manifest",
    type=click.Path(path_type=Path),
    metavar="FILE.csv",
    help=both(
        zh="清单：路径、来源网址、发布日期、年度、地区；不写 PATH 时导入其中列出的文件",
        en="a list: path, url, published, year, region; without PATH, what it lists is imported",
    ),
)
@click.option(
    "--limits",
    "limits_file",
    type=click.Path(path_type=Path),
    metavar="FILE.toml",
    help=both(zh="读取上限（TOML），未写的取默认值", en="limits of reading (TOML); those left out are as always"),
)
@click.option("--wait", is_flag=True, help=both(zh="另一导入正在进行时等待", en="wait for another import to end"))
@click.option(
    "--dry-run",
    is_flag=True,
    help=both(zh="只说明会有什么变化，不写入", en="say what would change, and write nothing"),
)
@click.option(
    "--fail-on",
    type=click.Choice(["never", "error", "warning"]),
    default="error",
    show_default=True,
    help=both(zh="何时以退出码 3 结束", en="what ends with exit code 3"),
)
@click.option(
    "--jobs",
    type=COUNT,
    metavar="N",
    help=both(zh="同时读取的文件数（默认为处理器核数）", en="files read at a time (by default one a processor)"),
)
@click.option("--json", "as_json", is_flag=True, help=both(zh="输出 JSON 报告", en="print the report as JSON"))
@click.pass_obj
def command(  # noqa: PLR0913 - one parameter an option
    terminal: Terminal,
    *,
    paths: tuple[Path, ...],
    stored: bool,
    database: Path,
    year: int | None,
    region: str | None,
    wait: bool,
    dry_run: bool,
    fail_on: str,
    jobs: int | None,
    manifest: Path | None,
    limits_file: Path | None,
    as_json: bool,
) -> int:
    """Import, and tell what became of each file."""
    if stored == bool(paths or manifest):
        raise CommandError(
            Exit.USAGE,
            zh="请给出要导入的 PATH，或只用 --stored",
            en="name what to import as PATH, or use --stored alone",
        )
    limits = read_limits(limits_file)
    starts = tuple(named(paths, sys.stdin.buffer))
    listed = NO_MANIFEST if manifest is None else read_manifest(manifest, starts)
    starts = starts or tuple(listed.files())
    database = Path(os.path.realpath(database))
    _refuse_slips(starts, database)
    with _written(database, wait=wait, dry_run=dry_run) as store, Workers(limits, jobs) as workers:
        importer = Importer(store, workers, editions(), limits, Said(year, region), listed)
        with terminal.progress({"zh": "导入", "en": "importing"}) as progress:
            report = importer.renew(progress) if stored else importer.run(starts, progress)
    if dry_run:
        report.rows_written = 0  # they went into the copy
    with suppress(BrokenPipeError):  # how the import ended does not depend on who reads about it
        if as_json:
            terminal.data(line(report_object(report, terminal.language)))
        tell_report(report, terminal)
        if dry_run:
            tell_changes(report, terminal)
    return Exit.SOME_FAILED if _failed(report, fail_on) else Exit.WELL


def _refuse_slips(paths: tuple[Path, ...], database: Path) -> None:
    """Stop before a slip of the keyboard makes a database where nobody looks for it."""
    if not database.parent.exists():
        raise CommandError(
            Exit.STORAGE,
            zh=f"没有文件夹 {database.parent}，未新建数据库；请检查路径，或先建此文件夹",
            en=f"there is no folder {database.parent}, no database was made; check the path, or make the folder first",
        )
    if not database.exists() and paths and not any(os.path.lexists(path) for path in paths):
        named = ", ".join(map(str, paths))
        raise CommandError(
            Exit.USAGE,
            zh=f"没有这个文件或文件夹：{named}；未新建数据库，请检查路径",
            en=f"there is no such file or folder: {named}; no database was made, check the path",
        )


@contextmanager
def _written(database: Path, *, wait: bool, dry_run: bool) -> Iterator[Store]:
    """The database to write to: the one that was named, for us alone, or a copy that nobody will see."""
    if dry_run:
        with rehearsed(database) as store:
            yield store
    else:
        with held(database, wait=wait), opened(database) as store:
            yield store


def _failed(report: Report, fail_on: str) -> bool:
    match fail_on:
        case "never":
            return False
        case "error":
            return bool(report.failures)
        case _:
            return bool(report.failures) or Status.IMPORTED_WITH_WARNINGS in report.statuses
