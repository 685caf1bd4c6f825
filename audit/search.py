"""Words a person looks for, as conditions on what was indexed; every answer is checked against the text itself."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from normalize.text import fold, spaced

Parameter = str | int | float | None

# The Chinese characters that the tokenizer of SQLite knows as letters; other text is found by looking through it.
_INDEXED = re.compile(r"[\u3400-\u4db5\u4e00-\u9fcb]+")


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition of a WHERE clause with the values of its question marks."""

    sql: str
    values: tuple[Parameter, ...] = ()


def containing(words: Iterable[str]) -> Iterator[Condition]:
    """Conditions that an indicator `i` holds every one of the words; spaces and width do not matter.

    >>> [condition.values for condition in containing(["满意度", "TIS"])]
    [('"满 意 度"',), ('满意度',), ('tis',)]
    """
    for word in words:
        folded = fold(word)
        if not folded:
            continue
        found = Condition("instr(i.words, ?) > 0", (folded,))
        if _INDEXED.fullmatch(folded):
            phrase = f'"{spaced(folded)}"'
            yield Condition(
                "i.indicator_id IN (SELECT rowid FROM indicator_words WHERE indicator_words MATCH ?)", (phrase,)
            )
        yield found
