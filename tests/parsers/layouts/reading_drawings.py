"""Drawn documents read by the layouts."""

from parsers.layouts import Hints, Interpretation, interpret
from schema.table import PerformanceTable
from tests.drawing import document


def read(drawing: str) -> Interpretation:
    """What the layouts make of a drawn document; every cell of it is accounted for."""
    interpretation = interpret(document(drawing), Hints(file_name="a.txt"))
    assert interpretation.cells.holds
    return interpretation


def one(drawing: str) -> PerformanceTable:
    """The one table of a drawn document."""
    (table,) = read(drawing).tables
    return table
