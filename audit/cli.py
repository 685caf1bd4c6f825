"""The one entry, `jixiao`: finds the command, and turns every way to end into an exit code and one sentence."""

import atexit
import errno
import io
import os
import sys
from collections.abc import Callable, Sequence
from types import TracebackType

import click

from ingest.bilingual import Entry, Group, both, in_language
from ingest.cli import COMMANDS as IMPORTING
from ingest.exits import CommandError, Exit
from ingest.language import choose
from ingest.signals import interrupt_when_told_to_stop, let_the_end_be
from ingest.terminal import Terminal

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], None]

COMMANDS = (
    *IMPORTING,
    Entry(
        "find",
        "audit.commands.finding",
        zh="按词语、层级、单位、比较查找指标",
        en="find indicators by words, level, unit, comparison",
    ),
    Entry(
        "diff", "audit.commands.diffing", zh="两次导入之间改变的指标", en="indicators that changed between two imports"
    ),
    Entry(
        "audit", "audit.commands.auditing", zh="用审核规则检查，列出疑点", en="check by review rules, list the findings"
    ),
    Entry(
        "compare",
        "audit.commands.comparing",
        zh="比较：年度之间、目标与完成、部门之间",
        en="compare years, targets with what was achieved, departments",
    ),
    Entry(
        "export",
        "audit.commands.exporting",
        zh="导出为 Excel、CSV、Parquet、JSON、网页报告",
        en="hand over as Excel, CSV, Parquet, JSON, a report",
    ),
    Entry(
        "status",
        "audit.commands.stating",
        zh="数据库现状和最近的导入",
        en="what a database holds, its last imports",
    ),
    Entry(
        "failures",
        "audit.commands.failing",
        zh="未能导入的文件和原因",
        en="files that were not imported, and why",
    ),
    Entry(
        "serve",
        "audit.commands.serving",
        zh="审核台：用浏览器检索、对照原文、处理疑点",
        en="the workbench: search, see sources, decide, in a browser",
    ),
    Entry("verify", "audit.commands.verifying", zh="核对数据库与原文件", en="check a database and its files"),
)

_COMPLETION = "_JIXIAO_COMPLETE"  # what a shell sets to ask for the possible words

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO}
"""What a stream says that takes no more."""

_HELP = both(
    zh="jixiao（绩效）读取公开的绩效目标表和绩效自评表，把每个指标变成可比较、可追溯的记录。",
    en="jixiao (绩效) reads published budget-performance tables and turns every indicator into a comparable,"
    " traceable record.",
)


def app() -> Group:
    """Every command of jixiao."""
    return Group(COMMANDS, name="jixiao", help=_HELP, params=[_version()])


def _version() -> click.Option:
    def show(ctx: click.Context, _param: click.Parameter, value: bool) -> None:  # noqa: FBT001 - click calls it so
        if value:
            from importlib.metadata import version  # noqa: PLC0415 - only here

            click.echo(f"jixiao {version('jixiao')}")
            ctx.exit()

    shown = both(zh="显示版本。", en="Show the version and exit.")
    return click.Option(["--version"], is_flag=True, is_eager=True, expose_value=False, callback=show, help=shown)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command and exit with its code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a locale that lacks a character must not end a command
            stream.reconfigure(errors="replace")
    given = list(sys.argv[1:] if arguments is None else arguments)
    own = given[: given.index("--")] if "--" in given else given
    terminal = Terminal(choose(given, os.environ), debug="--debug" in own)
    interrupt_when_told_to_stop()
    if not terminal.debug:
        sys.excepthook = _one_line(terminal)
    # As the interpreter ends, not before: whoever calls main within a program of their own keeps their signals.
    atexit.register(let_the_end_be)
    try:
        code = run(given, terminal)
    except KeyboardInterrupt:  # while the command was ending
        code = _interrupted(terminal)
    sys.exit(code)


def run(arguments: Sequence[str], terminal: Terminal) -> int:
    """Run one command; its exit code."""
    try:
        code = _ended(arguments, terminal)
    except BrokenPipeError:  # whoever reads our output has seen enough
        code = Exit.WELL
    except OSError as error:
        if error.errno not in _FULL or error.filename is not None:
            raise
        code = _full(error, terminal)
    return _let_go(terminal, code)


def _ended(arguments: Sequence[str], terminal: Terminal) -> int:
    command = in_language(app(), terminal.language)
    if _COMPLETION in os.environ:
        command.main(list(arguments), prog_name="jixiao", complete_var=_COMPLETION)
    try:
        with command.make_context("jixiao", list(arguments), obj=terminal) as context:
            return int(command.invoke(context) or 0)
    except click.exceptions.Exit as end:
        return end.exit_code
    except CommandError as error:
        if terminal.debug and error.__cause__ is not None:
            raise
        terminal.tell(zh=error.zh, en=error.en)
        return int(error.code)
    except click.UsageError as error:
        _tell_usage(error, terminal)
        return int(Exit.USAGE)
    except (KeyboardInterrupt, click.Abort):
        return _interrupted(terminal)


def _interrupted(terminal: Terminal) -> int:
    terminal.tell(zh="已中断；完成的文件已保存", en="interrupted; the files that were finished are saved")
    return int(Exit.INTERRUPTED)


def _let_go(terminal: Terminal, code: int) -> int:
    """Hand over what is still held back; a stream that nobody reads any more is turned away for good."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError as error:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
            if stream is sys.stdout and not isinstance(error, BrokenPipeError) and code != Exit.STORAGE:
                code = _full(error, terminal)
    return code


def _full(error: OSError, terminal: Terminal) -> int:
    terminal.tell(
        zh=f"结果没有写完（{error.strerror}）；请检查标准输出所在的磁盘",
        en=f"the output could not be written to its end ({error.strerror}); check the disk it goes to",
    )
    return int(Exit.STORAGE)


def _tell_usage(error: click.UsageError, terminal: Terminal) -> None:
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        click.echo(error.format_message(), err=True)
        return
    if error.ctx is not None:
        click.echo(error.ctx.get_usage(), err=True)
    terminal.tell(zh=f"用法错误：{_in_chinese(error)}", en=f"Error: {error.format_message()}")
    if isinstance(error, click.NoSuchOption) and not error.option_name.startswith("--"):
        terminal.tell(
            zh="以 - 开头的词语写在 -- 之后：jixiao 命令 [选项] -- 词语",
            en="Put -- before words that begin with a dash: jixiao COMMAND [OPTIONS] -- WORDS",
        )


def _in_chinese(error: click.UsageError) -> str:
    match error:
        case click.NoSuchOption(option_name=name):
            return f"没有选项 {name}"
        case click.exceptions.NoSuchCommand(command_name=name):
            return f"没有命令 {name}；jixiao --help 列出全部命令"
        case click.MissingParameter(param=param) if param is not None:
            return f"缺少 {param.get_error_hint(error.ctx)}"
        case click.BadParameter(param=param, message=message) if param is not None:
            return f"{param.get_error_hint(error.ctx)} 的值不对（{message}）"
        case _:
            return error.format_message()


def _one_line(terminal: Terminal) -> Hook:
    def told(kind: type[BaseException], error: BaseException, _traceback: TracebackType | None) -> None:
        terminal.tell(
            zh=f"程序内部错误（{kind.__name__}: {error}），请反馈；加 --debug 显示详情",
            en=f"a defect of jixiao ({kind.__name__}: {error}), please report it; --debug shows the details",
        )

    return told
