"""What a spreadsheet shows in place of a figure, also where it was printed to PDF or pasted into Word."""

import re
from collections.abc import Iterator

from parsers.formats.addresses import addresses
from schema.catalogue import Code
from schema.diagnostic import Diagnostic
from schema.document import Document, Grid
from schema.span import Span

ERRORS = frozenset(["#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!", "#CALC!"])
"""The results of formulas that failed."""
# A figure in a column too narrow for it.
_TOO_NARROW = re.compile(r"#{2,}")


def with_errors_said(document: Document) -> Document:
    """A document that names the cells in which it shows an error or signs for a figure, unless its reader did so.

    >>> from schema.document import Cell
    >>> grid = Grid(place="table 1", cells=(Cell(1, 1, "执行率"), Cell(1, 2, "#DIV/0!"), Cell(2, 2, "####")))
    >>> said = with_errors_said(Document(source="docx", blocks=(grid,))).diagnostics
    >>> [(one.code.value, one.args["cells"]) for one in said]
    [('formula-errors', 'B1'), ('figures-not-shown', 'B2')]
    """
    known = {(odd.code, odd.span.place) for odd in document.diagnostics if odd.span is not None}
    said = [odd for grid in document.grids for odd in _odd(grid) if (odd.code, grid.place) not in known]
    return document.model_copy(update={"diagnostics": (*document.diagnostics, *said)}) if said else document


def _odd(grid: Grid) -> Iterator[Diagnostic]:
    marked = [cell for cell in grid.cells if cell.text[:1] == "#"]
    if not marked:
        return
    errors = [cell for cell in marked if cell.text in ERRORS]
    narrow = [cell for cell in marked if _TOO_NARROW.fullmatch(cell.text)]
    for code, cells in ((Code.FORMULA_ERRORS, errors), (Code.FIGURES_NOT_SHOWN, narrow)):
        if cells:
            args = {"count": str(len(cells)), "cells": addresses((cell.row, cell.column) for cell in cells)}
            yield Diagnostic(code=code, args=args, span=Span(place=grid.place))
