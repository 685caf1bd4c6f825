"""Every format: which files it is, what is read of them, what is left."""

import tomllib
from pathlib import Path

from handbook.page import Page, code, page, table
from ingest.language import pick
from parsers.formats import READERS
from schema.diagnostic import Language

_DATA = Path(__file__).with_name("data") / "formats.toml"


def written(language: Language) -> Page:
    """The page of formats, in the order in which readers are asked."""
    headings = pick(language, zh="格式|后缀|是什么|读取|不读取", en="format|suffixes|what it is|read|left out").split(
        "|"
    )
    number = 0 if language == "zh" else 1
    said = tomllib.loads(_DATA.read_text(encoding="utf-8"))
    rows = [
        (
            reader.name,
            " ".join(map(code, reader.suffixes)),
            *(said[reader.name][field][number] for field in ("kind", "shown", "left")),
        )
        for reader in READERS
    ]
    return page("formats", language, [table(headings, rows)])
