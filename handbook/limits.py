"""Every limit of reading: what it bounds, its default, and the status it ends a file with."""

import tomllib
from pathlib import Path
from typing import TypedDict

from handbook.page import Page, code, page, table
from ingest.language import pick
from schema.diagnostic import Language
from schema.limits import Limits

_DATA = Path(__file__).with_name("data") / "limits.toml"


class _Said(TypedDict):
    bounds: list[str]
    status: str


def said() -> dict[str, _Said]:
    """What is said of each limit, by its name."""
    loaded: dict[str, _Said] = tomllib.loads(_DATA.read_text(encoding="utf-8"))
    return loaded


def written(language: Language) -> Page:
    """The page of limits."""
    headings = pick(language, zh="名称 限制什么 默认值 状态", en="name bounds default status").split()
    number = 0 if language == "zh" else 1
    rows = [
        (code(name), entry["bounds"][number], f"{getattr(Limits(), name):,}", code(entry["status"]))
        for name, entry in said().items()
    ]
    return page("limits", language, [table(headings, rows)])
