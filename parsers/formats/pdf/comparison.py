"""Both readers asked for every page, and where they differ: the cross-check of a reading."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from parsers.formats.pdf.leaf import Leaf
from parsers.formats.pdf.opening import document
from parsers.formats.pdf.pages import Pages
from parsers.formats.pdf.pdfium import count_pages
from parsers.formats.pdf.second import SecondReader
from schema.document import Grid
from schema.limits import Limits


@dataclass(frozen=True, slots=True)
class Difference:
    """What one reader shows on a page and the other does not: cells as (row, column, text), spaces left out."""

    page: int
    first: tuple[str, ...]
    second: tuple[str, ...]


def differences(content: bytes, limits: Limits) -> Iterator[Difference]:
    """Every page whose cells the two readers see differently, or that only one of them can read.

    Raises `ReadError` where the first reader refuses the file for a reason the second one shares.
    """
    with document(content, limits) as handle, SecondReader(content) as second:
        if handle is None:
            yield from (Difference(leaf.number, (), _shown(leaf)) for leaf in second.leaves(limits))
            return
        with Pages(handle) as pages:
            for number in range(1, count_pages(handle) + 1):
                one, other = _shown(pages.page(number)), _shown(second.page(number))
                if one != other:
                    yield Difference(number, _without(one, other), _without(other, one))


def _shown(leaf: Leaf | None) -> tuple[str, ...]:
    """The cells of a page in words that can be compared."""
    if leaf is None:
        return ()
    grids = (block for block in leaf.read().blocks if isinstance(block, Grid))
    cells = (cell for grid in grids for cell in grid.cells)
    return tuple(sorted(f"{cell.row}:{cell.column} {''.join(cell.text.split())}" for cell in cells))


def _without(cells: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    return tuple((Counter(cells) - Counter(others)).elements())
