"""Tables whose columns go on on other pages, as spreadsheets are printed that are wider than a page, made whole."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from normalize.text import fold
from parsers.layouts.grids.notes import notes_of_text
from parsers.layouts.grids.rows import JoinedGrid, Row, rows_of
from parsers.layouts.words import labels
from schema.document import Cell, Grid, Text
from schema.span import Box

Blocks = Sequence[Grid | Text]

_NEAR = 2.0
_HEAD_ROWS = 3
_MOST_ROWS = 60
_MOST_DOWN = 60
"""No table is looked for that is cut over more pages from top to bottom, and also from left to right."""
_TELLING = frozenset({"name", "value"})
_ONCE = frozenset({"project_name", "agency", "department", "serial", "goal", "level1", "level2"})
"""What a table names once; 绩效指标 may gather 三级指标, and values may be of several years."""
_OWNING = frozenset({"project_name", "agency", "department", "region"})


@dataclass(frozen=True)
class _Sheet:
    """A page that holds one grid: the grid, what else stands there, and whether that announces a table above it."""

    page: int
    grid: Grid
    blocks: Blocks
    titled: bool

    @cached_property
    def heights(self) -> list[float]:
        """Where rows begin or end."""
        return _heights(self.grid)

    @cached_property
    def names(self) -> dict[str, str]:
        """The labels in its rows with the fields and columns they name.

        None where no row of it is one of labels, or its last one is: there a header goes on on the next page.
        """
        rows = rows_of(self.grid)[:_MOST_ROWS]
        named = [_names(row) for row in rows]
        headed = any(len(names) > 1 or len(names) == len(row.slots) for row, names in zip(rows, named, strict=True))
        ends = not named or len(named[-1]) > 1
        return {label: name for names in named for label, name in names.items()} if headed and not ends else {}


def made_whole(blocks: Blocks) -> list[Grid | Text]:
    """The blocks of a document, where pages that lie beside each other are one grid.

    A page is the right part of an earlier one if rows begin and end at the same heights on both, and its header names
    other columns. Pages follow each other downwards first or to the right first, as the program printed them.
    """
    whole: list[Grid | Text] = []
    at = 0
    for start, run in _runs(blocks):
        whole.extend(blocks[at:start])
        for group in _groups(run):
            whole.extend(group[0].blocks if len(group) == 1 else _joined(group))
        at = start + sum(len(sheet.blocks) for sheet in run)
    whole.extend(blocks[at:])
    return whole


def left_out(read: Mapping[int, Blocks], skipped: Sequence[int], look: Callable[[int], Blocks]) -> dict[int, Blocks]:
    """The pages among those passed over that belong to a table whose other columns were read, with what they show.

    They say nothing by themselves: 项目名称 on one page, 指标值 on the next. They are looked at only if a page that was
    read begins with the columns of indicators and names neither a project nor an office.
    """
    cut = [number for number, blocks in read.items() if _may_be_cut(blocks)]
    near = [number for number in skipped if any(abs(number - other) <= _MOST_DOWN for other in cut)]
    if not near:
        return {}
    shown = {number: look(number) for number in near}
    pages = {**read, **shown}
    blocks = [block for number in sorted(pages) for block in pages[number]]
    joined = (group for _, run in _runs(blocks) for group in _groups(run) if len(group) > 1)
    return {sheet.page: shown[sheet.page] for group in joined for sheet in group if sheet.page in shown}


def _may_be_cut(blocks: Blocks) -> bool:
    sheet = _sheet(0, blocks)
    names = set(sheet.names.values()) if sheet is not None else set()
    return bool(names & {"name", "value", "level1", "level2"}) and names.isdisjoint(_OWNING)


def _runs(blocks: Blocks) -> Iterator[tuple[int, list[_Sheet]]]:
    """Pages with one grid each, one after the other, and where the first of each run stands among the blocks."""
    run: list[_Sheet] = []
    start = at = 0
    while at < len(blocks):
        end = at + 1
        page = _page(blocks[at])
        while end < len(blocks) and page is not None and _page(blocks[end]) == page:
            end += 1
        sheet = None if page is None else _sheet(page, blocks[at:end])
        if sheet is None or (run and (run[-1].page + 1 != sheet.page or run[-1].grid.member != sheet.grid.member)):
            if len(run) > 1:
                yield start, run
            run = []
        if sheet is not None:
            start = start if run else at
            run.append(sheet)
        at = end
    if len(run) > 1:
        yield start, run


def _sheet(page: int, blocks: Blocks) -> _Sheet | None:
    """A page, unless it holds several grids or something announced below its grid."""
    grids = [number for number, block in enumerate(blocks) if isinstance(block, Grid)]
    grid = blocks[grids[0]] if len(grids) == 1 else None
    if not isinstance(grid, Grid) or grid.form_boundary or any(map(_announces, blocks[grids[0] :])):
        return None
    return _Sheet(page, grid, blocks, any(map(_is_title, blocks[: grids[0]])))


def _announces(block: Grid | Text) -> bool:
    return isinstance(block, Text) and any(note.announces or note.titles_other_table for note in notes_of_text(block))


def _is_title(block: Grid | Text) -> bool:
    return isinstance(block, Text) and any(note.is_title or note.titles_other_table for note in notes_of_text(block))


def _groups(run: Sequence[_Sheet]) -> Iterator[Sequence[_Sheet]]:
    """The pages of a run, those beside each other together, from left to right."""
    at = across = 0
    while at < len(run):
        if across and _all_beside(run[at : at + across]) and not any(sheet.titled for sheet in run[at : at + across]):
            yield run[at : at + across]
            at += across
            continue
        down, across = _extent(run, at)
        for page in range(at, at + down):
            yield run[page : at + down * across : down] if across else run[page : page + 1]
        at += down * (across or 1)
        across = across if down == 1 else 0


def _all_beside(run: Sequence[_Sheet]) -> bool:
    return len(run) > 1 and all(_beside(one.heights, other.heights) for one, other in pairwise(run))


def _extent(run: Sequence[_Sheet], start: int) -> tuple[int, int]:
    """Over how many pages down and across the table goes that begins on a page; one and none where it is whole."""
    names = run[start].names
    for down in range(1, min(_MOST_DOWN, (len(run) - start) // 2) + 1) if names else ():
        across, known, titles = 1, dict(names), int(run[start].titled)
        while (first := _next(run, start, down, across, known)) is not None and titles + first.titled <= 1:
            known |= first.names
            titles += first.titled
            across += 1
        if across > 1 and not _TELLING.isdisjoint(known.values()):
            return down, across
        if down < len(run) - start and run[start + down].titled:
            break
    return 1, 0


def _next(run: Sequence[_Sheet], start: int, down: int, across: int, known: Mapping[str, str]) -> _Sheet | None:
    """The first of so many pages that are the right part of those before them, or None."""
    first = start + down * across
    if first + down > len(run) or any(sheet.titled for sheet in run[first + 1 : first + down]):
        return None
    names = run[first].names
    if not names or not known.keys().isdisjoint(names) or _ONCE & set(known.values()) & set(names.values()):
        return None
    beside = all(_beside(run[page - down].heights, run[page].heights) for page in range(first, first + down))
    return run[first] if beside else None


def _names(row: Row) -> dict[str, str]:
    named = ((fold(slot.text), labels.column(slot.text) or labels.header_field(slot.text)) for slot in row.slots)
    return {label: name for label, name in named if name is not None}


def _beside(one: Sequence[float], other: Sequence[float]) -> bool:
    """Whether rows lie at the same heights, though one page may show fewer of the lines between them."""
    few, many = sorted((one, other), key=len)
    if len(few) < 3 or abs(few[-1] - many[-1]) > _NEAR or _nearest(many, few[0]) >= _HEAD_ROWS:
        return False
    return all(abs(many[_nearest(many, height)] - height) <= _NEAR for height in few)


def _joined(group: Sequence[_Sheet]) -> list[Grid | Text]:
    """What stands on some pages beside each other: the lines, then their grids as one."""
    lines = [block for sheet in group for block in sheet.blocks if isinstance(block, Text)]
    return [*lines, _side_by_side([sheet.grid for sheet in group])]


def _side_by_side(grids: Sequence[Grid]) -> Grid:
    """Grids of the same heights as one, whose cells know which they are of.

    A cell merged over columns of two pages is shown on both, with all of its text: it is one.
    """
    heights = _apart(height for grid in grids for height in _heights(grid))
    placed: dict[tuple[int, int], tuple[Cell, list[tuple[Grid, Cell]]]] = {}
    columns, right, page = 0, 0.0, _page(grids[0]) or 0
    for grid in grids:
        edge = {cell.row: cell for cell, _ in placed.values() if cell.column + cell.columns == columns + 1}
        shift = right - min(cell.box.x0 for cell in grid.cells if cell.box) if columns else 0.0
        for cell in grid.cells:
            box = cell.box
            if box is None:
                continue
            row, below = _nearest(heights, box.top) + 1, _nearest(heights, box.bottom) + 1
            right = max(right, box.x1 + shift)
            moved = cell._replace(
                row=row,
                rows=max(1, below - row),
                column=cell.column + columns,
                box=Box(page, box.x0 + shift, box.top, box.x1 + shift, box.bottom),
            )
            begun = edge.get(row) if cell.column == 1 else None
            if begun is not None and begun.rows == moved.rows and fold(begun.text) == fold(cell.text):
                whole, shown = placed[row, begun.column]
                placed[row, begun.column] = _widened(whole, moved), [*shown, (grid, cell)]
            else:
                placed[row, moved.column] = moved, [(grid, cell)]
        columns += grid.width
    first = grids[0]
    cells = tuple(cell for cell, _ in placed.values())
    origins = {place: tuple(shown) for place, (_, shown) in placed.items()}
    return JoinedGrid(place=first.place, cells=cells, member=first.member, origins=origins)


def _widened(cell: Cell, other: Cell) -> Cell:
    """A cell with what goes on of it on the next page."""
    box = cell.box._replace(x1=other.box.x1) if cell.box and other.box else cell.box
    return cell._replace(columns=other.column + other.columns - cell.column, box=box)


def _heights(grid: Grid) -> list[float]:
    """Where rows of a grid begin or end, from the top of the page down."""
    return _apart(side for cell in grid.cells if cell.box for side in (cell.box.top, cell.box.bottom))


def _apart(sides: Iterable[float]) -> list[float]:
    found: list[float] = []
    for side in sorted(sides):
        if not found or side - found[-1] > _NEAR:
            found.append(side)
    return found


def _nearest(heights: Sequence[float], height: float) -> int:
    at = bisect_left(heights, height)
    near = range(max(0, at - 1), min(len(heights), at + 1))
    return min(near, key=lambda number: abs(heights[number] - height))


def _page(block: Grid | Text) -> int | None:
    """The page a block stands on, None in a file without pages."""
    if isinstance(block, Text):
        return block.box.page if block.box is not None else None
    return next((cell.box.page for cell in block.cells if cell.box is not None), None)
