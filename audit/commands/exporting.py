"""`jixiao export --parquet DIR`: what a database holds, for analytical engines."""

from dataclasses import asdict
from pathlib import Path

import click

from audit.commands.stating import AS_OF
from audit.database import reading
from audit.export.parquet import write_parquet
from ingest.bilingual import Command, both
from ingest.commands.carrying import DATABASE
from ingest.exits import CommandError, Exit
from ingest.json_lines import line
from ingest.terminal import Terminal

_HELP = both(
    zh="把现有的绩效表、指标、目标值导出为 Parquet，按地区和年度分区，供 DuckDB、Spark 等使用。",
    en="Write the current tables, indicators and targets as Parquet, partitioned by region and year, for DuckDB, Spark"
    " and others.",
)


@click.command("export", cls=Command, help=_HELP)
@DATABASE
@click.option(
    "--parquet",
    "folder",
    required=True,
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help=both(zh="新文件夹", en="a new folder"),
)
@AS_OF
@click.option("--json", "as_json", is_flag=True, help=both(zh="输出 JSON", en="print JSON"))
@click.pass_obj
def command(terminal: Terminal, *, database: Path, folder: Path, as_of: int | None, as_json: bool) -> None:
    """Write, and tell how much."""
    try:
        with reading(database, as_of=as_of) as connection:
            written = write_parquet(connection, folder)
    except OSError as error:
        raise CommandError(
            Exit.STORAGE,
            zh=f"无法写入 {folder}（{error.strerror or error}）；请检查空间和权限",
            en=f"{folder} cannot be written ({error.strerror or error}); check space and permissions",
        ) from error
    if as_json:
        terminal.data(line({"format_version": 1, "written": [asdict(one) for one in written]}))
    counts = ", ".join(f"{one.name} {one.rows:,}" for one in written)
    terminal.tell(zh=f"已写入 {folder}：{counts}", en=f"Written to {folder}: {counts}")
