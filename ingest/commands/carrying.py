"""What the commands that import have in common: their options, progress, the report at the end, the exit code."""

from contextlib import suppress
from pathlib import Path

import click

from ingest.bilingual import both
from ingest.commands.page import page_of
from ingest.commands.summary import report_object, tell_changes, tell_report
from ingest.exits import CommandError, Exit
from ingest.importer import Reached
from ingest.json_lines import line
from ingest.options import COUNT, Place
from ingest.order import Order, carry_out
from ingest.report import Report
from ingest.terminal import Terminal
from ingest.written import written
from schema.source import Status

FAIL_ON = click.option(
    "--fail-on",
    type=click.Choice(["never", "error", "warning"]),
    default="error",
    show_default=True,
    help=both(zh="何时以退出码 3 结束", en="what ends with exit code 3"),
)
REPORT = click.option(
    "--report",
    "page",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE.html",
    help=both(zh="把报告写成一个网页文件", en="write the report as one page of HTML"),
)
JSON = click.option("--json", "as_json", is_flag=True, help=both(zh="输出 JSON 报告", en="print the report as JSON"))
JOBS = click.option(
    "--jobs",
    type=COUNT,
    metavar="N",
    help=both(zh="同时读取的文件数（默认为处理器核数）", en="files read at a time (by default one a processor)"),
)
LIMITS = click.option(
    "--limits",
    "limits_file",
    type=click.Path(path_type=Path),
    metavar="FILE.toml",
    help=both(zh="读取上限（TOML），未写的取默认值", en="limits of reading (TOML); those left out are as always"),
)
WAIT = click.option("--wait", is_flag=True, help=both(zh="另一导入正在进行时等待", en="wait for another import to end"))
DATABASE = click.option(
    "--db",
    "database",
    required=True,
    type=Place(dir_okay=False),
    metavar="FILE",
    help=both(zh="数据库文件", en="the database"),
)


def carried_out(order: Order, terminal: Terminal) -> Report:
    """An order carried out, with progress; an interruption says what is left."""
    last = Reached("", 0, 0)
    with terminal.progress({"zh": "导入", "en": "importing"}) as steps:

        def progress(reached: Reached) -> None:
            nonlocal last
            last = reached
            steps(_said(reached, terminal), reached.done, reached.of)

        try:
            return carry_out(order, progress)
        except KeyboardInterrupt:
            left, of = last.of - last.done, last.of
            raise CommandError(
                Exit.INTERRUPTED,
                zh=f"已中断；完成的文件已保存，约剩 {left} 个（共 {of}）；再次运行同一命令即可继续",
                en=f"interrupted; the files that were finished are saved, about {left} of {of} are left;"
                " run the same command to go on",
            ) from None


def _said(reached: Reached, terminal: Terminal) -> str:
    """What the files so far gave, and the file at hand."""
    return terminal.pick(
        zh=f"指标 {reached.indicators:,}，未导入 {reached.problems:,} · {reached.path}",
        en=f"{reached.indicators:,} indicators, {reached.problems:,} not imported · {reached.path}",
    )


def tell(
    report: Report, terminal: Terminal, *, as_json: bool, fail_on: str, page: Path | None, rehearsal: bool = False
) -> int:
    """The report in every form that was asked for; the exit code."""
    if page is not None:
        _write(page, page_of(report, terminal.language))
    with suppress(BrokenPipeError):  # how the import ended does not depend on who reads about it
        if as_json:
            terminal.data(line(report_object(report, terminal.language)))
        tell_report(report, terminal)
        if rehearsal:
            tell_changes(report, terminal)
    return Exit.SOME_FAILED if _failed(report, fail_on) else Exit.WELL


def _write(page: Path, text: str) -> None:
    try:
        with written(page) as part:
            part.write_text(text, encoding="utf-8")
    except CommandError as error:
        raise CommandError(
            error.code,
            zh=f"导入已完成，但报告{error.zh}，或换一个路径再运行",
            en=f"the import is done, but its report is not: {error.en}, or name another path",
        ) from error


def _failed(report: Report, fail_on: str) -> bool:
    match fail_on:
        case "never":
            return False
        case "error":
            return bool(report.failures) or any(remark.failed for remark in report.remarks)
        case _:
            return (
                bool(report.failures or report.remarks or report.differing)
                or Status.IMPORTED_WITH_WARNINGS in report.statuses
            )
