"""A table drawn as SVG, each cell in the colour of what it was read as."""

from collections.abc import Iterator, Mapping
from html import escape
from itertools import accumulate

from schema.document import Cell, Document, Grid, Text

SIZE = 13
_LINE = 18
_PAD = 6
_WIDEST = 13
"""Characters a column is wide at most."""
_FONT = "font-family:'Noto Sans CJK SC','Microsoft YaHei','PingFang SC',sans-serif"

Place = tuple[str, int, int]
"""The place of a grid, and the row and column of a cell."""


def svg(document: Document, colours: Mapping[Place, str]) -> str:
    """A picture of a document; cells without a colour of their own are grey.

    >>> grid = Grid(place="table 1", cells=(Cell(row=1, column=1, text="项目名称"), Cell(row=1, column=2, text="修缮")))
    >>> picture = svg(Document(source="drawing", blocks=(grid,)), {("table 1", 1, 2): "#cde"})
    >>> picture.count("<rect"), 'fill="#cde"' in picture
    (3, True)
    """
    parts: list[str] = []
    top, width = _PAD, 0
    for block in document.blocks:
        match block:
            case Text():
                parts.append(_text(block.text, _PAD, top + SIZE))
                top += _LINE + _PAD
                width = max(width, _PAD * 2 + _units(block.text) * SIZE // 2)
            case Grid():
                drawn, right, top = _grid(block, top, colours)
                parts.extend(drawn)
                width, top = max(width, right + _PAD), top + 2 * _PAD
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {top}" width="{width}" height="{top}">'
    ground = f'<rect width="{width}" height="{top}" fill="#ffffff"/>'
    return "\n".join([head, ground, *parts, "</svg>"]) + "\n"


def _grid(grid: Grid, top: int, colours: Mapping[Place, str]) -> tuple[list[str], int, int]:
    """The cells of a grid, and where it ends to the right and below."""
    widths = [_wide(grid, column) for column in range(1, grid.width + 1)]
    xs = list(accumulate(widths, initial=_PAD))
    heights = [
        max((len(_wrapped(cell, xs)) for cell in grid.cells if cell.row == row and cell.rows == 1), default=1)
        for row in range(1, grid.height + 1)
    ]
    ys = list(accumulate((lines * _LINE + _PAD for lines in heights), initial=top))
    drawn = [part for cell in grid.cells for part in _cell(cell, xs, ys, colours.get(_place(grid, cell), "#f1f1f1"))]
    return drawn, xs[-1], ys[-1]


def _place(grid: Grid, cell: Cell) -> Place:
    return grid.place, cell.row, cell.column


def _wide(grid: Grid, column: int) -> int:
    longest = max(
        (_units(line) for cell in grid.cells if _is_alone(cell, column) for line in cell.text.split("\n")), default=8
    )
    return (min(longest, 2 * _WIDEST) * SIZE + 1) // 2 + 2 * _PAD


def _is_alone(cell: Cell, column: int) -> bool:
    return cell.column == column and cell.columns == 1


def _cell(cell: Cell, xs: list[int], ys: list[int], colour: str) -> Iterator[str]:
    left, top = xs[cell.column - 1], ys[cell.row - 1]
    right, bottom = xs[cell.column + cell.columns - 1], ys[cell.row + cell.rows - 1]
    yield (
        f'<rect x="{left}" y="{top}" width="{right - left}" height="{bottom - top}" fill="{colour}" stroke="#8a8a8a"/>'
    )
    for number, line in enumerate(_wrapped(cell, xs)):
        yield _text(line, left + _PAD, top + SIZE + _PAD // 2 + number * _LINE)


def _wrapped(cell: Cell, xs: list[int]) -> list[str]:
    """The lines of a cell, broken where they are wider than it."""
    room = 2 * (xs[cell.column + cell.columns - 1] - xs[cell.column - 1] - 2 * _PAD) // SIZE
    lines: list[str] = []
    for paragraph in cell.text.split("\n"):
        line = ""
        for letter in paragraph:
            if line and _units(line + letter) > room:
                lines.append(line)
                line = ""
            line += letter
        lines.append(line)
    return lines


def _units(text: str) -> int:
    """The width of a text in half characters."""
    return sum(1 if letter < "\u2000" else 2 for letter in text)


def _text(text: str, x: int, y: int) -> str:
    return f'<text x="{x}" y="{y}" font-size="{SIZE}" style="{_FONT}" fill="#1b1b1b">{escape(text)}</text>'
