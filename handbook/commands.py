"""Every command with its help, as the terminal shows it."""

import click

from audit.cli import COMMANDS, app
from handbook.page import Page, code, page, table
from ingest.bilingual import in_language
from ingest.exits import Exit
from ingest.help import worded
from ingest.language import pick
from ingest.terminal import Terminal
from schema.diagnostic import Language

_EXITS: dict[Exit, tuple[str, str]] = {
    Exit.WELL: ("正常", "well"),
    Exit.UNEXPECTED: ("程序内部错误", "an unexpected error of jixiao itself"),
    Exit.USAGE: ("用法错误", "the command was not understood"),
    Exit.SOME_FAILED: ("已完成，但有文件失败或没有绩效表", "done, but some files failed or hold no performance table"),
    Exit.NOTHING_FOUND: ("没有找到", "nothing was found"),
    Exit.DATABASE: (
        "没有数据库，或已损坏、属于其他程序或更新版本",
        "there is no database, or it is damaged, of another program, or of a later jixiao",
    ),
    Exit.STORAGE: ("磁盘已满或不可写", "the disk is full or cannot be written"),
    Exit.LOCKED: ("另一次导入正在进行", "another import is running"),
    Exit.INTERRUPTED: ("已中断；完成的文件已保存", "interrupted; the files that were finished are saved"),
}


def written(language: Language) -> Page:
    """The page of commands."""
    exits = [pick(language, zh="## 退出码", en="## Exit codes"), _exits(language)]
    return page("commands", language, [*(_command(entry.name, language) for entry in COMMANDS), *exits])


def _exits(language: Language) -> str:
    headings = pick(language, zh="代码 含义", en="code meaning").split()
    return table(headings, [(str(int(code)), pick(language, zh=zh, en=en)) for code, (zh, en) in _EXITS.items()])


def _command(name: str, language: Language) -> str:
    terminal = Terminal(language)
    root = in_language(app(), language)
    with root.make_context("jixiao", [name], obj=terminal, resilient_parsing=True) as outer:
        command = app().get_command(outer, name)
        if command is None:
            raise LookupError(name)
        with command.make_context(name, [], parent=outer, resilient_parsing=True) as context:
            return "\n\n".join([f"## jixiao {name}", *_told(command, context, language)])


def _told(command: click.Command, context: click.Context, language: Language) -> list[str]:
    usage = " ".join([context.command_path, *command.collect_usage_pieces(context)])
    parts = [f"    {usage}", (command.help or "").replace("\b\n", "")]
    records = [record for param in command.params if (record := param.get_help_record(context)) is not None]
    headings = pick(language, zh="选项 说明", en="option meaning").split()
    parts.append(table(headings, [(code(option), worded(told, language)) for option, told in records]))
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            if inner is not None:
                with inner.make_context(name, [], parent=context, resilient_parsing=True) as below:
                    parts += [f"### {below.command_path}", *_told(in_language(inner, language), below, language)]
    return parts
