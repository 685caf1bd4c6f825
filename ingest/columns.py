"""Rows as they travel: by column, so that making, sending and inserting thousands of them touches each value once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

Value = str | int | float | bytes | None
Row = dict[str, Value]


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of one table, as the values of each column; a column that is null in all of them is left out.

    Ids stand in front and count from 0 within the source: the writer, who knows the last one given, adds it.
    """

    columns: tuple[str, ...] = ()
    values: Sequence[Sequence[Value]] = ()

    @classmethod
    def of(cls, rows: Sequence[Row]) -> "Rows":
        """Rows that all have the columns of the first.

        >>> Rows.of([{"a": 1, "b": None, "c": None}, {"a": 2, "b": "x", "c": None}])
        Rows(columns=('a', 'b'), values=((1, 2), (None, 'x')))
        """
        return cls.under(tuple(rows[0]), [tuple(row.values()) for row in rows]) if rows else cls()

    @classmethod
    def under(cls, names: Sequence[str], rows: Sequence[tuple[Value, ...]]) -> "Rows":
        """Rows whose values stand in the order of these names.

        >>> Rows.under(("a", "b"), [(1, None), (2, "x")]).count
        2
        """
        if not rows:
            return cls()
        filled = [(name, column) for name, column in zip(names, zip(*rows, strict=True), strict=True) if _says(column)]
        return cls(tuple(name for name, _ in filled), tuple(column for _, column in filled))

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self.values[0]) if self.values else 0

    def each(self) -> Iterator[tuple[Value, ...]]:
        """The rows one by one.

        >>> list(Rows(("a", "b"), ((1, 2), (None, "x"))).each())
        [(1, None), (2, 'x')]
        """
        return zip(*self.values, strict=True)


def _says(column: tuple[Value, ...]) -> bool:
    """Whether a column holds anything; most that do say so in their first row."""
    return any(column) or column.count(None) < len(column)
