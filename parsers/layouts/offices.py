"""Lines that are nothing but the name of an office, by data/offices.toml."""

import re
import tomllib
from functools import cache
from importlib.resources import files

from normalize.remembered import remembered
from normalize.text import fold

_LONGEST, _SHORTEST = 30, 4
_WORDS = re.compile(r"[\u3400-\u9fff()·]+")


@remembered
def is_office(text: str) -> bool:
    """Whether a text is the name of an office and nothing else.

    >>> is_office("池州市教育局"), is_office("收支预算管理中心"), is_office("会议")
    (True, False, False)
    """
    if not _SHORTEST <= len(text) <= _LONGEST:
        return False
    folded = fold(text)
    endings, never = _vocabulary()
    return bool(_WORDS.fullmatch(folded)) and folded.endswith(endings) and not any(word in folded for word in never)


@cache
def _vocabulary() -> tuple[tuple[str, ...], tuple[str, ...]]:
    data = tomllib.loads((files("parsers.layouts") / "data" / "offices.toml").read_text(encoding="utf-8"))
    return tuple(data["endings"]), tuple(data["never"])
