"""The vocabulary of values: each file of data/ as plain tables, read once, when first asked for."""

from functools import cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).with_name("data")


@cache
def vocabulary(name: str) -> dict[str, Any]:
    """The tables of one data file.

    >>> vocabulary("units")["money"]["canonical"]
    '元'
    """
    import tomllib  # noqa: PLC0415 - a program that only imports the grammar need not wait for it

    return tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))


def by_first(words: list[str]) -> dict[str, tuple[str, ...]]:
    """Words under their first character, the longest first: what may stand at a place of a text.

    >>> by_first(["日", "月", "月份"])
    {'日': ('日',), '月': ('月份', '月')}
    """
    return _grouped(words, 0)


def by_last(words: list[str]) -> dict[str, tuple[str, ...]]:
    """Words under their last character, the longest first: what may end at a place of a text.

    >>> by_last(["至少", "最少", "不得少于"])
    {'少': ('至少', '最少'), '于': ('不得少于',)}
    """
    return _grouped(words, -1)


def _grouped(words: list[str], place: int) -> dict[str, tuple[str, ...]]:
    groups: dict[str, list[str]] = {}
    for word in words:
        groups.setdefault(word[place], []).append(word)
    return {character: tuple(sorted(group, key=len, reverse=True)) for character, group in groups.items()}
