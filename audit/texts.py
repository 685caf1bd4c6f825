"""The words of the pages and of the workbook: each text in Chinese and English, as data, by its key."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from ingest.language import pick
from schema.diagnostic import Language

_FILE = Path(__file__).with_name("data") / "texts.toml"


@cache
def texts() -> dict[str, tuple[str, str]]:
    """Every text by its key, `section.name`; raises `ValueError` where one is not said in both languages."""
    found: dict[str, tuple[str, str]] = {}
    for section, entries in tomllib.loads(_FILE.read_text(encoding="utf-8")).items():
        for name, said in entries.items():
            if not (isinstance(said, list) and len(said) == 2 and all(isinstance(one, str) and one for one in said)):
                raise ValueError(f"{section}.{name}: a text is said in Chinese and English")
            found[f"{section}.{name}"] = (said[0], said[1])
    return found


def text(language: Language, key: str, **values: Any) -> str:
    """A text in one language, with its values filled in; raises `KeyError` for an unknown key.

    >>> text("zh", "nav.tables"), text("en", "count.rows", count="1,024")
    ('绩效表', '1,024 rows')
    """
    zh, en = texts()[key]
    said = pick(language, zh=zh, en=en)
    return said.format(**values) if values else said


def fact(language: Language, name: str) -> str:
    """What an indicator or a table states, by the name of its column; the label of a form stands as it is.

    >>> fact("zh", "stated_value"), fact("en", "score"), fact("zh", "开户行")
    ('指标值', 'score', '开户行')
    """
    return text(language, f"fact.{name}") if f"fact.{name}" in texts() else name
