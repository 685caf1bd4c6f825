"""Words a person looks for, as conditions on what was indexed; every answer is checked against the text itself."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ingest.exits import CommandError, Exit
from normalize.text import fold, spaced

Parameter = str | int | float | None

# The Chinese characters that the tokenizer of SQLite knows as letters; other text is found by looking through it.
_INDEXED = re.compile(r"[\u3400-\u4db5\u4e00-\u9fcb]+")
LONGEST = 1000
"""Characters that words may have in all; no indicator is told apart by more."""
_PHRASES = 8
_PHRASE = 32
"""So many phrases of so many characters narrow a search as far as any would; the text itself decides."""


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition of a WHERE clause with the values of its question marks."""

    sql: str
    values: tuple[Parameter, ...] = ()


def folded(words: Iterable[str]) -> tuple[str, ...]:
    """Words as they are compared, without those that say nothing; raises `CommandError` where they are too long.

    >>> folded(["满意 度", " ", "ＴＩＳ"])
    ('满意度', 'tis')
    """
    given = tuple(words)
    length = sum(map(len, given))
    if length > LONGEST:
        raise CommandError(
            Exit.USAGE,
            zh=f"词语共 {length:,} 个字符，超过 {LONGEST:,}；请缩短",
            en=f"the words have {length:,} characters, more than {LONGEST:,}; shorten them",
        )
    return tuple(dict.fromkeys(filter(None, map(fold, given))))


def phrases(words: Iterable[str]) -> str | None:
    """What the full-text index is asked for, so that every text with all of the folded words is among the answers.

    Each run of Chinese characters is a phrase; null where there is none, and the texts themselves are looked through.

    >>> phrases(["满意度"]), phrases(["知识产权5g网"]), phrases(["tis", "≥20"])
    ('"满 意 度"', '"知 识 产 权" AND "网"', None)
    """
    runs = {run[:_PHRASE] for word in words for run in _INDEXED.findall(word)}
    longest = sorted(runs, key=lambda run: (-len(run), run))[:_PHRASES]
    return " AND ".join(f'"{spaced(run)}"' for run in longest) or None


def containing(words: Iterable[str]) -> Iterator[Condition]:
    """Conditions that the text of an indicator `i` holds every one of the folded words.

    >>> [condition.values for condition in containing(["满意度", "tis"])]
    [('满意度',), ('tis',)]
    """
    for word in words:
        yield Condition("instr(i.words, ?) > 0", (word,))
