"""How much a source holds and how much of it was read: the check that no reader loses anything in silence."""

from collections.abc import Iterable
from operator import attrgetter
from typing import NamedTuple

from schema.catalogue import Code
from schema.diagnostic import Diagnostic
from schema.document import Block, Grid

_row, _text = attrgetter("row"), attrgetter("text")


class Count(NamedTuple):
    """Tables, rows and cells with text in them, and characters that are no blanks, outside tables too."""

    tables: int = 0
    rows: int = 0
    cells: int = 0
    characters: int = 0


def characters(text: str) -> int:
    r"""How many characters a text has besides its blanks.

    >>> characters(" 甲\u3000乙\n丙 ")
    3
    """
    return sum(map(len, text.split()))


def counted(blocks: Iterable[Block]) -> Count:
    """What the blocks of a Document hold, hidden ones too."""
    tables = rows = cells = shown = 0
    for block in blocks:
        if isinstance(block, Grid):
            tables += 1
            rows += len(set(map(_row, block.cells)))
            cells += len(block.cells)
            shown += characters("\n".join(map(_text, block.cells)))
        else:
            shown += characters(block.text)
    return Count(tables, rows, cells, shown)


def lost(source: Count, read: Count) -> tuple[Diagnostic, ...]:
    """A diagnostic where less was read than the source holds.

    >>> lost(Count(1, 2, 4, 20), Count(1, 2, 4, 21)), lost(Count(1, 2, 4, 20), Count(1, 2, 3, 20))[0].args["cells"]
    ((), '3/4')
    """
    if all(here >= there for here, there in zip(read, source, strict=True)):
        return ()
    args = {name: f"{here}/{there}" for name, here, there in zip(Count._fields, read, source, strict=True)}
    return (Diagnostic(code=Code.NOT_CONSERVED, args=args),)
