"""Cells by the names people call them: B2, and lists of them."""

from collections.abc import Iterable

_NAMED = 12
"""Places that a diagnostic names before it says …."""


def letters(column: int) -> str:
    """The name of a column.

    >>> letters(1), letters(28), letters(16384)
    ('A', 'AB', 'XFD')
    """
    found = ""
    while column:
        column, place = divmod(column - 1, 26)
        found = chr(65 + place) + found
    return found


def addresses(slots: Iterable[tuple[int, int]]) -> str:
    """Cells by row and column.

    >>> addresses([(2, 1), (3, 28)])
    'A2, AB3'
    """
    return listed(f"{letters(column)}{row}" for row, column in slots)


def listed(names: Iterable[str]) -> str:
    """The first of some names.

    >>> listed("AB"), listed("abcdefghijklmno")
    ('A, B', 'a, b, c, d, e, f, g, h, i, j, k, l, …')
    """
    found = list(names)
    return ", ".join(found[:_NAMED]) + (", …" if len(found) > _NAMED else "")
