"""Where something stands in a source."""

from schema.model import Model


class Box(Model):
    """A rectangle on a page, in points from its upper left corner."""

    page: int
    x0: float
    top: float
    x1: float
    bottom: float


class Span(Model):
    """One place in a source, in the words of its format; rows and columns count from 1, as people do.

    In text files `row` is the line. A value broken over a page has several spans.

    >>> Span(place="table 2", row=14, column=5).model_dump(exclude_none=True)
    {'place': 'table 2', 'row': 14, 'column': 5}
    """

    place: str
    row: int | None = None
    column: int | None = None
    box: Box | None = None
