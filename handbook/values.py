"""The value grammar by its examples: each phenomenon of the examples file, its spellings and how they are read."""

import tomllib
from itertools import groupby
from typing import Any

from handbook.page import Page, code, page, table
from ingest.language import pick
from ingest.spoken import spoken
from normalize import parse_value
from schema.diagnostic import Language
from tests.normalize.examples import FILE


def written(language: Language) -> Page:
    """The page of values."""
    groups = {
        "seen": pick(language, zh="## 见于公开的表", en="## Seen in published tables"),
        "bug": pick(language, zh="## 曾经读错", en="## Once read wrong"),
        "not-yet": pick(language, zh="## 目前读不对", en="## Still read wrong"),
    }
    loaded = tomllib.loads(FILE.read_text(encoding="utf-8"))
    parts: list[str] = []
    for group, title in groups.items():
        if loaded.get(group):
            parts += [title, _table(loaded[group], language)]
    return page("values", language, parts)


def _table(entries: list[dict[str, Any]], language: Language) -> str:
    headings = pick(language, zh="写法|旁边|理解为", en="spellings|beside|read as").split("|")
    rows = []
    for _, same in groupby(entries, key=lambda entry: entry.get("row", 0)):
        rows += [_row(entry, language) for entry in same]
    return table(headings, rows)


def _row(entry: dict[str, Any], language: Language) -> tuple[str, str, str]:
    beside = entry.get("beside", {})
    reading = parse_value(entry["say"][0], **beside)
    means = "; ".join(spoken(target, language) for target in reading.targets)
    near = ", ".join(f"{name} {code(str(value))}" for name, value in beside.items())
    return " ".join(code(text.replace("\n", "⏎")) for text in entry["say"]), near, means
