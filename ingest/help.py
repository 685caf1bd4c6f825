"""Help for a terminal, in the language of the person and wrapped by the width of its characters."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from schema.diagnostic import Language

_HEADINGS = {
    "Usage:": "用法：",
    "Options": "选项",
    "Commands": "命令",
    "Arguments": "参数",
    "Show this message and exit.": "显示本说明。",
    "Show the version and exit.": "显示版本。",
}


class Formatter(click.HelpFormatter):
    """Help in one language; a Chinese character is two columns wide."""

    language: Language = "en"

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The usage line."""
        super().write_usage(prog, args, prefix or self._heading("Usage:") + " ")

    def write_heading(self, heading: str) -> None:
        """A section's heading."""
        super().write_heading(self._heading(heading))

    def write_text(self, text: str) -> None:
        """Paragraphs; a line break stays, as Chinese text has no other place to break well."""
        for line in text.replace("\b\n", "").split("\n"):
            indent = " " * self.current_indent
            lines = ((indent + part).rstrip() for part in wrapped(line, self.width - self.current_indent))
            self.write("\n".join(lines) + "\n")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """A list of terms, each with its explanation beside it."""
        indent = " " * self.current_indent
        listed = list(rows)
        column = min(max(cells(term) for term, _ in listed), col_max) + col_spacing
        for term, explanation in listed:
            first, *rest = wrapped(self._heading(explanation), self.width - self.current_indent - column)
            gap = " " * (column - cells(term)) if cells(term) + col_spacing <= column else "\n" + indent + " " * column
            self.write(f"{indent}{term}{gap}{first}".rstrip() + "\n")
            self.write("".join(f"{indent}{' ' * column}{line}\n" for line in rest))

    def _heading(self, text: str) -> str:
        return worded(text, self.language)


def worded(text: str, language: Language) -> str:
    """What click writes by itself, in the language of the person.

    >>> worded("the database  [required]", "zh"), worded("Options", "zh"), worded("Options", "en")
    ('the database  [必填]', '选项', 'Options')
    """
    if language == "en":
        return text
    return _HEADINGS.get(text, text).replace("[required]", "[必填]").replace("[default: ", "[默认：")


def cells(text: str) -> int:
    """The columns that a text takes on a terminal.

    >>> cells("≥90%"), cells("指标")
    (4, 4)
    """
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def wrapped(text: str, width: int) -> list[str]:
    """The text in lines of at most a width, broken at spaces and between Chinese characters.

    >>> wrapped("find 指标与单位 by words", 12)
    ['find 指标与', '单位 by', 'words']
    """
    lines = [""]
    for piece in _pieces(text):
        if cells(lines[-1] + piece.rstrip()) > width and lines[-1]:
            lines[-1] = lines[-1].rstrip()
            lines.append("")
        lines[-1] += piece.lstrip() if not lines[-1] and len(lines) > 1 else piece
    return lines


def _pieces(text: str) -> Iterator[str]:
    """What must stay on one line: a word with the space after it, a Chinese character with the mark after it."""
    piece = ""
    for character in text:
        wide = unicodedata.east_asian_width(character) in "WF"
        mark = character in "，。；：、）」》”"
        if piece and not mark and (wide or piece[-1] == " " or unicodedata.east_asian_width(piece[-1]) in "WF"):
            if character == " ":
                yield piece + " "
                piece = ""
                continue
            yield piece
            piece = ""
        piece += character
    if piece:
        yield piece
