"""What sort of row one is: a header over indicators, or a row of a head that names the project."""

from collections.abc import Sequence

from normalize.text import fold
from parsers.layouts.grids.rows import Row, Slot
from parsers.layouts.words import labels

OWNERS = frozenset({"project_name", "project_code", "agency", "agency_code", "department", "region"})
"""The fields of a head that say whose form it is."""


def names_project(row: Row) -> bool:
    """Whether a row of the head of a form gives the project's name; a header of columns does not."""
    if "project_name" not in row.fields or heads_columns(row):
        return False
    after = (*row.slots[1:], None)
    return any(
        name == "project_name" and (value is None or not labels.is_head_label(value.text))
        for name, value in zip(row.fields, after, strict=True)
    )


def heads_columns(row: Row) -> bool:
    """Whether a row is a header over columns of indicators: at least two of their labels, and little but labels."""
    columns = row.columns
    if "name" not in columns:
        return False
    known = {column for column in columns if column is not None}
    if len(known) < 2:
        return False
    of_projects = sum(
        column is None and labels.is_head_label(slot.text) for slot, column in zip(row.slots, columns, strict=True)
    )
    return 2 * (len(known) + of_projects) >= len(columns)


def same_words(one: Sequence[Slot], other: Sequence[Slot]) -> bool:
    """Whether two rows read the same, as a header does that is printed again on the next page."""
    return [fold(slot.text) for slot in one] == [fold(slot.text) for slot in other]
