"""The head of a drawn form, as the tests of heads read it."""

from parsers.layouts.grids.rows import rows_of
from parsers.layouts.grids.uses import Uses
from parsers.layouts.heads.head import Head
from parsers.layouts.heads.head_rows import read_head
from tests.drawing import document


def head_of(drawing: str) -> tuple[Head, Uses]:
    """What the rows of a drawn head state, and the account of its cells."""
    head, uses = Head(), Uses()
    read_head(rows_of(document(drawing).grids[0]), head, uses)
    return head, uses


def fields(head: Head) -> list[tuple[str, str]]:
    """The labels of a head with their texts, in order."""
    return [(field.label, field.text) for field in head.fields]
