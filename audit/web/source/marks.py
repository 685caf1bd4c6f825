"""Which figures stand at which place, and which places are lit: the two ways between a table and its source."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from audit.web.published import Figure, Published
from schema.document import Cell, Grid, Text
from schema.span import Box, Span

Spot = tuple[str, int | None, int | None, tuple[float, ...] | None]

_FIRST = ("value", "name", "actual")
"""Where several figures stand in one cell, this is what a click on it means."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A figure that stands somewhere: of an indicator by its key, or of the head of the table."""

    indicator: str | None
    figure: Figure


@dataclass(slots=True)
class Marks:
    """Every figure of a table by its place, and the places of the one that is asked for."""

    at: dict[Spot, list[Mark]] = field(default_factory=dict)
    lit: dict[Spot, str] = field(default_factory=dict)

    @property
    def places(self) -> set[str]:
        """The blocks that hold any figure."""
        return {spot[0] for spot in self.at}

    @property
    def pages(self) -> list[int]:
        """The pages that hold any figure, of files with pages."""
        return sorted({mark_box.page for mark_box in self._boxes()})

    def _boxes(self) -> Iterator[Box]:
        for marks in self.at.values():
            for mark in marks:
                yield from (span.box for span in mark.figure.spans if span.box is not None)

    def on(self, spot: Spot) -> Mark | None:
        """What a click on a place means: the value of an indicator before its name, before the head."""
        return next(iter(self.at.get(spot, ())), None)


def marks_of(table: Published, indicator: str | None = None, asked: str | None = None) -> Marks:
    """The marks of a table; with a field of an indicator, or of the head, that one is lit."""
    marks = Marks()
    for mark in _all(table):
        for span in mark.figure.spans:
            marks.at.setdefault(spot(span), []).append(mark)
        if mark.figure.field == asked and mark.indicator == indicator:
            marks.lit |= {spot(span): mark.figure.text for span in mark.figure.spans}
    return marks


def _all(table: Published) -> Iterator[Mark]:
    for name in _FIRST:
        yield from (Mark(row.key, row.figures[name]) for row in table.rows if name in row.figures)
    for row in table.rows:
        yield from (Mark(row.key, figure) for name, figure in row.figures.items() if name not in _FIRST)
    yield from (Mark(None, figure) for _, figure in table.labelled)
    yield from (Mark(None, figure) for figure in table.head)


def spot(span: Span) -> Spot:
    """A place to be compared: a cell by its row and column, a paragraph by its line or its box.

    >>> spot(Span(place="table 2", row=3, column=1))
    ('table 2', 3, 1, None)
    >>> spot(Span(place="page 1", box=Box(page=1, x0=1.0, top=2.0, x1=3.0, bottom=4.0)))
    ('page 1', None, None, (1.0, 2.0, 3.0, 4.0))
    """
    if span.column is not None or span.box is None:
        return span.place, span.row, span.column, None
    return span.place, span.row, None, (span.box.x0, span.box.top, span.box.x1, span.box.bottom)


def spot_of(block: Grid | Text, cell: Cell | None = None) -> Spot:
    """The place of a block, or of a cell in it."""
    match block:
        case Grid() if cell is not None:  # as its span says it, without making one of each cell of a large sheet
            return block.place, cell.line or cell.row, cell.column, None
        case Text():
            return spot(block.span)
        case _:
            return block.place, None, None, None


def split(text: str, piece: str) -> tuple[str, str, str]:
    """A text around a piece of it; where the piece does not stand in it letter by letter, all of it is the piece.

    >>> split("培训人次，年度指标值：≥200人次。", "≥200人次"), split("≥ 90%", "≥90%")
    (('培训人次，年度指标值：', '≥200人次', '。'), ('', '≥ 90%', ''))
    """
    before, found, after = text.partition(piece) if piece else ("", "", "")
    return (before, found, after) if found else ("", text, "")
