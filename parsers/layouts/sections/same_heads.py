"""Forms whose heads say the same: a page that prints a head again and begins a form of its own below it."""

from collections.abc import Sequence
from itertools import islice

from normalize.taxonomy import is_level
from normalize.text import fold
from parsers.layouts.grids.row_sorts import OWNERS, heads_columns
from parsers.layouts.grids.rows import Row

_FIRST = 3
"""The levels a grid begins with stand in one of its first rows."""
_RECENT = 60

Levels = tuple[str, ...]


def begins_anew(below: Sequence[Row], above: Sequence[Row], again: Sequence[Row], rest: Sequence[Row]) -> bool:
    """Whether a page begins a form of its own, though the head it prints is that of the form before.

    `again` are the rows it prints again, `rest` those after them; `below` are the rows below the head on the first page
    of the form, `above` those of the page before. A program that prints the head on every page goes on with the levels
    where it stopped; a form begins with the first of them, or with the very rows the other begins with.
    """
    if not any(map(_owns, again)) or not rest:
        return False
    if len(rest) >= min(_FIRST, len(below)) and _said(below[:_FIRST]) == _said(rest[:_FIRST]):
        return True
    own = _first_levels(rest)
    return bool(own) and own == _first_levels(below) and own != _last_levels(above)


def goes_on_below(head: Sequence[Row], last: Sequence[Row], again: int, rest: Sequence[Row]) -> bool:
    """Whether a page goes on below the first rows of a form that it prints again, as a program is told to: its title.

    `head` are the first rows of the form, the first `again` of which the page prints, `last` those before the page; the
    `rest` of the page states nothing of a head that the form has stated, and does not begin with its first levels.
    """
    if not rest or heads_columns(head[again - 1]):
        return False
    stated, stating = ({row.fields[0] for row in rows} - {None} for rows in (head, rest))
    own = _first_levels(rest) if is_level(rest[0].slots[0].text) else ()  # in a list every project begins with them
    anew = bool(own) and own == _first_levels(head[again:]) and own != _last_levels(last)
    return stated.isdisjoint(stating) and not anew


def _owns(row: Row) -> bool:
    """Whether a row of a head says whose form it is."""
    return not heads_columns(row) and not OWNERS.isdisjoint(row.fields)


def _said(rows: Sequence[Row]) -> list[list[str]]:
    return [[fold(slot.text) for slot in row.slots] for row in rows]


def _first_levels(rows: Sequence[Row]) -> Levels:
    return next(filter(None, map(_levels, rows[:_FIRST])), ())


def _last_levels(rows: Sequence[Row]) -> Levels:
    return next(filter(None, map(_levels, islice(reversed(rows), _RECENT))), ())


def _levels(row: Row) -> Levels:
    """The levels a row stands under, those that reach down from rows above as well."""
    shown = {slot.key: slot for slot in (*row.covering.values(), *row.slots)}
    ordered = sorted(shown.values(), key=lambda slot: slot.column)
    return tuple(fold(slot.text) for slot in ordered if is_level(slot.text))
