"""A page of the handbook in one language, and the Markdown it is made of."""

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ingest.language import pick
from schema.diagnostic import Language

LANGUAGES: tuple[Language, ...] = ("en", "zh")


@dataclass(frozen=True, slots=True)
class Page:
    """A file below docs/reference."""

    path: str
    text: str


@cache
def _heads() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(Path(__file__).with_name("data").joinpath("pages.toml").read_text(encoding="utf-8"))


def page(name: str, language: Language, parts: Iterable[str]) -> Page:
    """A page with its head: `name.md` in English, `name.zh.md` in Chinese.

    >>> made = page("statuses", "zh", ["正文"])
    >>> made.path, made.text.splitlines()[0], made.text.splitlines()[-1]
    ('statuses.zh.md', '# 文件状态', '正文')
    """
    number = 0 if language == "zh" else 1
    head = _heads()[name]
    suffix = pick(language, zh=".zh.md", en=".md")
    said = [f"# {head['title'][number]}", head["told"][number], *parts]
    return Page(f"{name}{suffix}", "\n\n".join(part.strip() for part in said) + "\n")


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table; a pipe or a line break in a cell stays text.

    >>> print(table(["a", "b"], [["1|2", "x"]]))
    | a | b |
    |---|---|
    | 1\\|2 | x |
    """
    lines = [f"| {' | '.join(map(_cell, row))} |" for row in [headings, *rows]]
    return "\n".join([lines[0], "|" + "---|" * len(headings), *lines[1:]])


def code(text: str) -> str:
    """Text as code within a line, also where it holds backticks or is empty.

    >>> code("≥90%"), code("`"), code("")
    ('`≥90%`', '`` ` ``', '')
    """
    if not text:
        return ""
    return f"`` {text} ``" if "`" in text else f"`{text}`"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", "<br>")
