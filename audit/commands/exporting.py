"""`jixiao export`: what a database holds, handed over as Excel, CSV, Parquet, JSON Lines, a report, for Datasette."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from audit import side
from audit.asking.find import Question, hits
from audit.asking.records import address_from, hit_sheet, links_from
from audit.commands.stating import AS_OF
from audit.database import reading
from audit.export.datasette import write_datasette
from audit.export.holdings import holdings
from audit.export.json_lines import write_json_lines
from audit.export.parquet import Written, write_parquet
from audit.export.report import Checked, report, write_report
from audit.export.separated import write_csv
from audit.export.workbook import write_workbook
from audit.history import looked_back
from audit.side.review import Review, reviewing
from audit.texts import text
from ingest.bilingual import Command, both
from ingest.commands.carrying import DATABASE
from ingest.exits import CommandError, Exit
from ingest.json_lines import line
from ingest.outputs import refuse_overwriting
from ingest.terminal import Terminal
from schema.diagnostic import Language

_HELP = both(
    zh="导出数据库现有的内容；可同时写几种文件。\n\n"
    "--xlsx：工作簿，含疑点（如已运行 jixiao audit）、指标、绩效表、文件、提示；--csv、--jsonl：每个目标值一行；"
    "--parquet：绩效表、指标、目标值，按地区和年度分区；--html：可打印的报告；--datasette：Datasette 的配置。",
    en="Hand over what a database holds; several files can be written at once.\n\n"
    "--xlsx: a workbook of findings (if jixiao audit has run), indicators, tables, files, diagnostics; --csv, --jsonl:"
    " a line each target; --parquet: tables, indicators and targets, partitioned by region and year; --html: a report"
    " to print; --datasette: the configuration of Datasette.",
)
_FILES = {
    "xlsx": ("Excel 工作簿", "an Excel workbook"),
    "csv": ("CSV，可直接用 Excel 打开", "CSV that opens right in Excel"),
    "jsonl": ("JSON Lines，每行一个对象", "JSON Lines"),
    "html": ("网页报告，可打印", "a report as one page of HTML, good to print"),
    "datasette": ("Datasette 的配置（YAML）", "the configuration of Datasette (YAML)"),
}
_WITH_FINDINGS = {"xlsx", "html"}


def _file_options(command: Callable[..., Any]) -> Callable[..., Any]:
    for kind, (zh, en) in reversed(_FILES.items()):
        file = click.Path(path_type=Path, dir_okay=False)
        command = click.option(f"--{kind}", kind, type=file, metavar="FILE", help=both(zh=zh, en=en))(command)
    return command


@click.command("export", cls=Command, help=_HELP)
@DATABASE
@_file_options
@click.option(
    "--parquet",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help=both(zh="Parquet，写入新文件夹", en="Parquet, into a new folder"),
)
@AS_OF
@click.option("--json", "as_json", is_flag=True, help=both(zh="输出 JSON", en="print JSON"))
@click.pass_obj
def command(
    terminal: Terminal,
    /,
    *,
    database: Path,
    folder: Path | None,
    as_of: int | None,
    as_json: bool,
    **files: Path | None,
) -> None:
    """Write, and tell how much."""
    named = {kind: path for kind, path in files.items() if path is not None}
    if not named and folder is None:
        raise CommandError(
            Exit.USAGE,
            zh="没有说写成什么；用 --xlsx、--csv、--jsonl、--html、--parquet 或 --datasette 指明文件",
            en="nothing to write; name a file with --xlsx, --csv, --jsonl, --html, --parquet or --datasette",
        )
    refuse_overwriting([folder, *named.values()], database)
    told: list[tuple[Path, list[Written]]] = []
    with reading(database, as_of=as_of) as connection:
        if folder is not None:
            told.append((folder, _into_folder(connection, folder)))
        told += [(path, _write(kind, path, connection, database, terminal)) for kind, path in named.items()]
    if as_json:
        everything = [{"file": str(path), **asdict(one)} for path, written in told for one in written]
        terminal.data(line({"format_version": 1, "written": everything}))
    for path, written in told:
        zh, en = _counted(written, "zh", "，"), _counted(written, "en", ", ")
        terminal.tell(zh=f"已写入 {path}：{zh}", en=f"Written to {path}: {en}")
    if as_of is not None and _WITH_FINDINGS & named.keys() and side.beside(database).exists():
        terminal.tell(
            zh="疑点只就现有内容提出，未写入；不加 --as-of 时写入",
            en="Findings are asked of what is held now and were left out; without --as-of they are written",
        )


def _counted(written: list[Written], language: Language, comma: str) -> str:
    """What was written, and how much of it."""
    return comma.join(f"{_name(one, language)} {one.rows:,}" for one in written)


def _name(one: Written, language: Language) -> str:
    return text(language, f"written.{one.name}")


def _into_folder(connection: sqlite3.Connection, folder: Path) -> list[Written]:
    try:
        return write_parquet(connection, folder)
    except OSError as error:
        raise CommandError(
            Exit.STORAGE,
            zh=f"无法写入 {folder}（{error.strerror or error}）；请检查空间和权限",
            en=f"{folder} cannot be written ({error.strerror or error}); check space and permissions",
        ) from error


def _write(kind: str, path: Path, connection: sqlite3.Connection, database: Path, terminal: Terminal) -> list[Written]:
    language = terminal.language
    with_findings = database if looked_back(connection) is None else None
    match kind:
        case "xlsx":
            with _reviewed(with_findings) as review:
                findings = None if review is None else review.findings()
                sheets = holdings(connection, findings, language, links_from(path.parent, database))
                counts = write_workbook(path, sheets, language)
            return [Written(sheet.name, count) for sheet, count in zip(sheets, counts, strict=True)]
        case "csv":
            return [Written("targets", write_csv(path, hit_sheet(hits(connection, Question()), language), language))]
        case "jsonl":
            return [Written("targets", write_json_lines(path, hits(connection, Question())))]
        case "html":
            with _reviewed(with_findings) as review:
                checked = None if review is None else _checked(review, connection)
                page, count = report(connection, database.name, checked, language, address_from(path.parent, database))
            write_report(path, page)
            return [Written("findings", count)]
        case _:
            write_datasette(path, database)
            return []


@contextmanager
def _reviewed(database: Path | None) -> Iterator[Review | None]:
    """The findings kept beside a database, if anything was ever checked; none of one that is asked of the past."""
    beside = None if database is None else side.beside(database)
    if beside is None or not beside.exists():
        yield None
        return
    with reviewing(beside) as review:
        yield review if review.last_run() is not None else None


def _checked(review: Review, connection: sqlite3.Connection) -> Checked:
    return Checked(review.rules(), review.findings(sort="severity"), review.stale(connection))
