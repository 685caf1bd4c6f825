"""`jixiao import PATH… --db FILE`: files and folders into a database."""

import os
import sys
from pathlib import Path

import click

from ingest.bilingual import Command, both
from ingest.commands.carrying import FAIL_ON, JOBS, JSON, LIMITS, REPORT, WAIT, carried_out, tell
from ingest.exits import CommandError, Exit
from ingest.limits_file import read_limits
from ingest.manifest import NO_MANIFEST, read_manifest
from ingest.named import named
from ingest.options import NAME, YEAR, Place
from ingest.order import Order
from ingest.outputs import refuse_overwriting
from ingest.said import Said
from ingest.terminal import Terminal
from ingest.there import exists

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
# That one of them may not be read is told of that one, and stops no import.
@click.argument("paths", nargs=-1, metavar="PATH...", type=Place(readable=False))
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
    type=Place(dir_okay=False),
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
@LIMITS
@WAIT
@click.option(
    "--dry-run",
    is_flag=True,
    help=both(zh="只说明会有什么变化，不写入", en="say what would change, and write nothing"),
)
@click.option(
    "--verify",
    "rehash",
    is_flag=True,
    help=both(
        zh="重新计算每个文件的摘要，大小和时间未变的也不例外",
        en="hash every file again, even where size and time are as they were",
    ),
)
@click.option(
    "--cluster",
    type=NAME,
    metavar="ADDRESS",
    help=both(
        zh="在 Dask 集群上读取（需 jixiao[cluster]；文件须在各机可见的路径）",
        en="read on a Dask cluster (needs jixiao[cluster]; files on a path that every machine sees)",
    ),
)
@FAIL_ON
@REPORT
@JOBS
@JSON
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
    rehash: bool,
    fail_on: str,
    page: Path | None,
    jobs: int | None,
    cluster: str | None,
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
    starts = tuple(named(paths, sys.stdin.buffer))
    refuse_overwriting([page], database, read=[manifest, limits_file], sources=starts)
    limits = read_limits(limits_file)
    listed = NO_MANIFEST if manifest is None else read_manifest(manifest, starts)
    if not paths:
        starts = tuple(listed.files())
        refuse_overwriting([page], database, sources=starts)
    database = Path(os.path.realpath(database))
    _refuse_slips(starts, database, stored=stored)
    order = Order(
        database=database,
        paths=starts,
        stored=stored,
        said=Said(year, region),
        manifest=listed,
        limits=limits,
        jobs=jobs,
        cluster=cluster,
        wait=wait,
        dry_run=dry_run,
        rehash=rehash,
    )
    report = carried_out(order, terminal)
    return tell(report, terminal, as_json=as_json, fail_on=fail_on, page=page, rehearsal=dry_run)


def _refuse_slips(paths: tuple[Path, ...], database: Path, *, stored: bool) -> None:
    """Stop before a slip of the keyboard makes a database where nobody looks for it."""
    if not exists(database.parent):
        raise CommandError(
            Exit.STORAGE,
            zh=f"没有文件夹 {database.parent}，未新建数据库；请检查路径，或先建此文件夹",
            en=f"there is no folder {database.parent}, no database was made; check the path, or make the folder first",
        )
    if stored and not exists(database):
        raise CommandError(
            Exit.DATABASE,
            zh=f"没有数据库 {database}，也就没有可重新解析的内容；请检查路径",
            en=f"there is no database {database}, so that nothing is stored; check the path",
        )
    if not exists(database) and paths and not any(os.path.lexists(path) for path in paths):
        named = ", ".join(map(str, paths))
        raise CommandError(
            Exit.USAGE,
            zh=f"没有这个文件或文件夹：{named}；未新建数据库，请检查路径",
            en=f"there is no such file or folder: {named}; no database was made, check the path",
        )
