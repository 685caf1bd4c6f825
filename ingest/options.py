"""What an option takes from the command line: values that no command can use are refused before it starts."""

from __future__ import annotations

import click

from ingest.terminal import Terminal

MOST = 1_000_000_000
"""No option counts further; SQLite and Python do."""

COUNT = click.IntRange(min=1, max=MOST)
"""How many of something."""


class Words(click.ParamType[str]):
    """Text in the encoding of the terminal; bytes that are none can neither be stored nor looked for."""

    name = "text"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The value as it is; a usage error where it is no text."""
        if any("\ud800" <= character <= "\udfff" for character in value):
            self.fail(_said(ctx, zh="不是 UTF-8 文字", en="this is no text in UTF-8"), param, ctx)
        return value


TEXT = Words()


def _said(ctx: click.Context | None, *, zh: str, en: str) -> str:
    terminal = ctx.find_object(Terminal) if ctx else None
    return (terminal or Terminal()).pick(zh=zh, en=en)
