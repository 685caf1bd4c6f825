"""Documents drawn as text, so that a test shows the table it is about."""

from itertools import groupby

from schema.document import Block, Cell, Document, Grid, Text


def document(drawing: str) -> Document:
    """A Document from a drawing: lines with | are rows of a grid, blank lines end it, other lines are paragraphs.

    `^` is covered by the cell above, `<` by the cell to the left, ⏎ is a paragraph break, `# ` marks a heading.

    >>> grid = document("产出 | 数量⏎质量 | <\\n^ | 时效 |").grids[0]
    >>> [(cell.row, cell.column, cell.rows, cell.columns, cell.text) for cell in grid.cells]
    [(1, 1, 2, 1, '产出'), (1, 2, 1, 2, '数量\\n质量'), (2, 2, 1, 1, '时效')]
    """
    blocks: list[Block] = []
    lines = [line.strip() for line in drawing.strip("\n").split("\n")]
    for sort, run in groupby(lines, key=lambda line: "grid" if "|" in line else "text" if line else "gap"):
        if sort == "grid":
            blocks.append(_grid(list(run), sum(isinstance(block, Grid) for block in blocks) + 1))
        elif sort == "text":
            blocks.extend(
                Text(place="text", text=line.removeprefix("# "), form_boundary=line.startswith("# ")) for line in run
            )
    return Document(source="drawing", blocks=tuple(blocks))


def _grid(lines: list[str], number: int) -> Grid:
    rows = [[text.strip().replace("⏎", "\n") for text in line.split("|")] for line in lines]
    cells = [
        Cell(row=row + 1, column=column + 1, rows=_below(rows, row, column), columns=_beside(texts, column), text=text)
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts)
        if text not in {"", "^", "<"}
    ]
    return Grid(place=f"table {number}", cells=tuple(cells))


def _below(rows: list[list[str]], row: int, column: int) -> int:
    count = 1
    while row + count < len(rows) and column < len(rows[row + count]) and rows[row + count][column] == "^":
        count += 1
    return count


def _beside(texts: list[str], column: int) -> int:
    count = 1
    while column + count < len(texts) and texts[column + count] == "<":
        count += 1
    return count
