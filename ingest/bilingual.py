"""Commands whose help speaks the language of the person: each help text is written in both, one is shown."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from ingest.help import Formatter
from ingest.language import named, pick
from ingest.terminal import Terminal

if TYPE_CHECKING:
    from schema.diagnostic import Language

_BETWEEN = "\n\x1f\n"


def both(*, zh: str, en: str) -> str:
    """A help text in both languages."""
    return zh + _BETWEEN + en


def _one(text: str | None, language: Language) -> str | None:
    if text is None or _BETWEEN not in text:
        return text
    zh, _, en = text.partition(_BETWEEN)
    return pick(language, zh=zh, en=en)


class Context(click.Context):
    """A context whose help is in the language of its command's terminal."""

    def make_formatter(self) -> click.HelpFormatter:
        """A formatter for the language that main chose."""
        formatter = Formatter(width=self.terminal_width, max_width=self.max_content_width or 100)
        terminal = self.find_object(Terminal)
        formatter.language = terminal.language if terminal else "en"
        return formatter


class _Lang(click.ParamType[str]):
    name = "lang"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        return named(value) or self.fail(f"{value!r}: zh, en", param, ctx)


def _shared() -> list[click.Option]:
    """What every command takes; main has looked at them before any command is found."""
    lang = both(zh="语言：zh 或 en（默认按 LANG）", en="language: zh or en (by default as LANG says)")
    debug = both(zh="出错时显示详情", en="show the details of an error")
    return [
        click.Option(["--lang"], type=_Lang(), help=lang, metavar="zh|en", expose_value=False),
        click.Option(["--debug"], is_flag=True, help=debug, expose_value=False),
    ]


class Command(click.Command):
    """A command with --lang and --debug."""

    context_class = Context

    def __init__(self, *args: Any, **attributes: Any) -> None:
        super().__init__(*args, **attributes)
        self.params.extend(_shared())


@dataclass(frozen=True, slots=True)
class Entry:
    """A command as `jixiao --help` lists it: its module is loaded when it is asked for, so that help stays quick."""

    name: str
    module: str
    zh: str
    en: str


class Group(click.Group):
    """Commands by name, each loaded from its own module."""

    context_class = Context

    def __init__(self, entries: Sequence[Entry], **attributes: Any) -> None:
        super().__init__(**attributes)
        self.entries = {entry.name: entry for entry in entries}
        self.params.extend(_shared())

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of the entries."""
        del ctx
        return list(self.entries)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """A command, loaded, in the language of the person."""
        if cmd_name not in self.entries:
            return None
        terminal = ctx.find_object(Terminal) or Terminal()
        command: click.Command = import_module(self.entries[cmd_name].module).command
        return in_language(command, terminal.language)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, without loading any."""
        terminal = ctx.find_object(Terminal) or Terminal()
        with formatter.section("Commands"):
            formatter.write_dl([(e.name, terminal.pick(zh=e.zh, en=e.en)) for e in self.entries.values()])


def in_language(command: click.Command, language: Language) -> click.Command:
    """The same command with its help in one language."""
    spoken = copy.copy(command)
    spoken.help = _one(command.help, language)
    spoken.params = [_param(param, language) for param in command.params]
    return spoken


def _param(param: click.Parameter, language: Language) -> click.Parameter:
    spoken = copy.copy(param)
    match spoken:
        case click.Option():
            spoken.help = _one(spoken.help, language)
        case _:
            pass
    return spoken
