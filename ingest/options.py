"""What an option takes from the command line: values that no command can use are refused before it starts."""

from __future__ import annotations

import os
from pathlib import Path

import click

from ingest.terminal import Terminal

MOST = 1_000_000_000
"""No option counts further; SQLite and Python do."""

COUNT = click.IntRange(min=1, max=MOST)
"""How many of something."""

YEAR = click.IntRange(min=1950, max=2099)
"""A fiscal year; another number is a slip of the keyboard."""


def is_text(value: str) -> bool:
    """Whether a word of the command line is text; bytes that are none stand in it as halves of characters.

    >>> is_text("≥90%"), is_text("\\udcff")
    (True, False)
    """
    return not any("\ud800" <= character <= "\udfff" for character in value)


class Words(click.ParamType[str]):
    """Text in the encoding of the terminal; bytes that are none can neither be stored nor looked for."""

    name = "text"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The value as it is; a usage error where it is no text."""
        if not is_text(value):
            self.fail(_said(ctx, zh="不是 UTF-8 文字", en="this is no text in UTF-8"), param, ctx)
        return value


TEXT = Words()


class Name(Words):
    """Text that says something: an empty one comes from a variable that was not set."""

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The value as it is; a usage error where it is empty."""
        if not value.strip():
            self.fail(
                _said(ctx, zh="不能为空；不需要时请去掉此选项", en="it is empty; leave the option out"), param, ctx
            )
        return super().convert(value, param, ctx)


NAME = Name()


class Place(click.Path[Path]):
    """A path; an empty one comes from a variable that was not set, and would be the folder at hand."""

    def __init__(self, *, readable: bool = True, dir_okay: bool = True) -> None:
        super().__init__(path_type=Path, readable=readable, dir_okay=dir_okay)

    def convert(self, value: str | os.PathLike[str], param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """The path; a usage error where it is empty."""
        if not os.fspath(value):
            self.fail(_said(ctx, zh="不能为空；请写明路径", en="it is empty; name a path"), param, ctx)
        return super().convert(value, param, ctx)


def _said(ctx: click.Context | None, *, zh: str, en: str) -> str:
    terminal = ctx.find_object(Terminal) if ctx else None
    return (terminal or Terminal()).pick(zh=zh, en=en)
