"""What is handed over, whatever the file it is written to: named columns with types, and their rows."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from ingest.language import pick
from schema.diagnostic import Language

Kind = Literal["text", "long", "whole", "real", "exact", "link"]
"""`exact` is an exact number as text, 2315000 or 2000/3; `long` text that takes lines; `link` an address."""

Row = Sequence[Any]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name for programs, its titles for people, what stands in it, its width in characters.

    `said` gives a code in the words of people: 数值 for comparison.
    """

    name: str
    zh: str
    en: str
    kind: Kind = "text"
    width: int = 14
    said: Callable[[Any, Language], str] | None = None

    def title(self, language: Language) -> str:
        """Its title for people."""
        return pick(language, zh=self.zh, en=self.en)


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows under columns, with a name for programs and titles for people."""

    name: str
    zh: str
    en: str
    columns: tuple[Column, ...]
    rows: Iterable[Row]

    def title(self, language: Language) -> str:
        """Its title for people."""
        return pick(language, zh=self.zh, en=self.en)


def rows_of(columns: Sequence[Column], records: Iterable[Mapping[str, Any]]) -> Iterable[Row]:
    """Records as rows: of each the columns, null where it has none.

    >>> list(rows_of((Column("a", "甲", "a"), Column("b", "乙", "b")), [{"b": 1}]))
    [(None, 1)]
    """
    return (tuple(record.get(column.name) for column in columns) for record in records)
