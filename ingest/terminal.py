"""Where a command speaks: data to standard output, talk to standard error, in one language."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from ingest.language import pick

if TYPE_CHECKING:
    from rich.console import Console

    from schema.diagnostic import Language

# What a document holds must not command a terminal.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
WIDTH = 100
"""Columns of a table that is not written to a terminal."""

Steps = Callable[[str, int, int], None]
"""Told of each step: what it is about, how many are done, and of how many."""


def harmless(text: str) -> str:
    """The text with every control character but tab and line break shown as a mark.

    >>> harmless("\\x1b[31m合格")
    '\\ufffd[31m合格'
    """
    return _CONTROL.sub("\ufffd", text).encode("utf-8", "replace").decode("utf-8")


@dataclass(frozen=True, slots=True)
class Terminal:
    """The voice of one command; `debug` asks for tracebacks."""

    language: Language = "en"
    debug: bool = False

    def pick(self, *, zh: str, en: str) -> str:
        """One of two sentences, in the language of the command."""
        return pick(self.language, zh=zh, en=en)

    def tell(self, *, zh: str, en: str) -> None:
        """A line of talk."""
        click.echo(harmless(self.pick(zh=zh, en=en)), err=True)

    def data(self, line: str) -> None:
        """A line of data, in UTF-8 whatever the locale."""
        sys.stdout.buffer.write(line.encode("utf-8", "backslashreplace") + b"\n")

    def console(self, *, talk: bool = False) -> Console:
        """A console for tables: as wide as the terminal, or as long as it takes a person to like it in a file."""
        from ingest.console import Page  # noqa: PLC0415 - most commands print no table

        stream = sys.stderr if talk else sys.stdout
        width = None if stream.isatty() or "COLUMNS" in os.environ else WIDTH
        return Page(file=stream, width=width, highlight=False, markup=False, emoji=False)

    @contextmanager
    def progress(self, title: Mapping[Language, str]) -> Iterator[Steps]:
        """A progress bar on standard error while inside, if that is a terminal."""
        if not sys.stderr.isatty():
            yield lambda _what, _done, _of: None
            return
        from rich.progress import (  # noqa: PLC0415 - only here
            BarColumn,
            MofNCompleteColumn,
            Progress,
            TextColumn,
            TimeElapsedColumn,
            TimeRemainingColumn,
        )
        from rich.table import Column  # noqa: PLC0415 - only here

        from ingest.console import Rate  # noqa: PLC0415 - only here

        columns = (
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            TimeRemainingColumn(),
            Rate(),
            TextColumn("{task.fields[what]}", table_column=Column(no_wrap=True, overflow="ellipsis")),
        )
        with Progress(*columns, console=self.console(talk=True), transient=True) as bar:
            task = bar.add_task(title[self.language], total=None, what="")
            yield lambda what, done, of: bar.update(task, completed=done, total=of, what=harmless(what))
