"""One logical table over any number of pages: what a page break cut is put together before layouts see it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise, takewhile
from typing import NamedTuple

from normalize.taxonomy import is_level
from normalize.text import fold
from parsers.layouts.grids.notes import Note, notes_of_text
from parsers.layouts.grids.regridding import fullest, has_columns_of, heads_columns, on_one_grid
from parsers.layouts.grids.rows import Row, Slot, rows_of
from parsers.layouts.sections.broken_rows import completed, repeats, replaced, with_halves
from parsers.layouts.sections.continued_titles import goes_on_with, says_goes_on, title_gone_on_with
from parsers.layouts.sections.cut_headers import rests_of_header
from parsers.layouts.sections.headers_again import in_columns_of_first
from parsers.layouts.sections.held_labels import carried, reached_up
from parsers.layouts.sections.other_tables import heads_other_table
from parsers.layouts.sections.other_widths import in_columns_of_header
from parsers.layouts.sections.same_heads import begins_anew
from parsers.layouts.words import labels
from parsers.layouts.words.page_numbers import is_page_number
from schema.catalogue import Code
from schema.diagnostic import Diagnostic
from schema.document import Grid, Text
from schema.span import Box

_SAME_SIDE = 8.0
_PART = re.compile(r"\s*其中\s*[:：]?")
"""What is a part of something above it: no form begins so."""
_HEAD_ROWS = 8
_HEAD = 60
"""No head of a form has more rows."""
_LINES = 3


class _Page(NamedTuple):
    """A grid and its rows, told once."""

    grid: Grid
    rows: tuple[Row, ...]


def continued(blocks: Sequence[Grid | Text]) -> Iterator[Text | tuple[Row, ...]]:
    """The paragraphs of a document and the rows of its tables, each table whole.

    A grid on the next page, or below it, goes on with the one before it where nothing but page furniture stands between
    them and it opens no form of its own. Its header, printed again, is one with the first; the row the break cut is one
    row; labels merged over the break hold on; its columns are counted as the first page counts them.
    """
    chain: list[_Page] = []
    above: list[Text] = []
    between: list[Text] = []
    for block in blocks:
        if isinstance(block, Text):
            between.append(block)
            continue
        page = _Page(block, rows_of(block))
        if chain and _goes_on(chain, above, between, page):
            chain.append(page)
            between = []
        else:
            yield from _whole(chain)
            yield from between
            chain, above, between = [page], between or above, []
    yield from _whole(chain)
    yield from between


def joins(slots: Iterable[Slot]) -> Iterator[Diagnostic]:
    """What is to be said of cells whose text was put together from two pages."""
    for slot in slots:
        if not slot.halves:
            continue
        texts = {fold(half.text) for half in slot.halves}
        if len(texts) > 1 and len({half.key[0] for half in slot.halves}) > 1:
            yield Diagnostic(code=Code.ROW_JOINED, args={"text": slot.text.replace("\n", "")}, span=slot.span)


def _goes_on(chain: Sequence[_Page], above: Sequence[Text], between: Sequence[Text], page: _Page) -> bool:
    last, (grid, rows) = chain[-1].grid, page
    if (
        not rows
        or grid.form_boundary
        or grid.member != last.member
        or not _follows([known.grid for known in chain], grid)
    ):
        return False
    head = chain[0].rows[:_HEAD_ROWS]
    first = list(islice((row for known in chain for row in known.rows), _HEAD))
    start, repeated, headed = repeats(first, chain[-1].rows, rows)
    below = chain[0].rows[start + repeated :]
    if repeated and begins_anew(below, chain[-1].rows, rows[:repeated], rows[repeated:]):
        return False
    halved = not repeated and _halves_header(chain[-1].rows[-1], rows[0])
    opens = repeated == len(rows) or (_opens_form(rows[repeated]) and not halved and headed)
    if opens or (headed and _opens_below(rows[repeated:], head)):
        return False
    paged = _page(grid) != _page(last)
    known = {fold(text.text) for text in above}
    said = [text for text in between if not text.hidden and not _is_running(text, known if paged else set())]
    if said and not paged and _goes_on_under(said, known, chain, page):
        return True
    return not said or (paged and not any(map(_announces, said)) and not heads_other_table(rows))


def _goes_on_under(said: Sequence[Text], known: set[str], chain: Sequence[_Page], page: _Page) -> bool:
    """Whether a grid goes on with the one before it under the title of that, in a file without pages."""
    first, last = chain[0].rows, chain[-1].rows
    above = first if len(chain) == 1 else (*first, *last)
    titles = [title for text in said if (title := title_gone_on_with(text.text)) is not None]
    again = known.issuperset(titles) and all(fold(text.text) in known or title_gone_on_with(text.text) for text in said)
    return again and goes_on_with(above, page.rows, marked=bool(titles))


def _follows(chain: Sequence[Grid], grid: Grid) -> bool:
    """Whether a grid can be the rest of others: on the next page or below them, and no wider.

    Its sides are those of cells, for cells may be blank on one side, if not on the page before it then above; or its
    columns are as many as those of the cells above, in other widths. It is wider only where the last cells above are
    blank: then all of their columns are its own, too. Files without pages do not say.
    """
    before, after = _box(chain[-1:]), _box([grid])
    if before is None or after is None:
        return before is after
    whole = _box(chain) or before
    wider = after.x1 > whole.x1 + _SAME_SIDE
    if after.x0 < whole.x0 - _SAME_SIDE or (wider and not _holds_columns_of(grid, chain[-1])):
        return False
    below = after.page == before.page and after.top > before.bottom - _SAME_SIDE
    if after.page != before.page + 1 and not below:
        return False
    known = _edges(chain)
    if wider or all(min(abs(side - edge) for edge in known) <= _SAME_SIDE for side in (after.x0, after.x1)):
        return True
    return has_columns_of(grid, chain[-1]) or has_columns_of(grid, fullest(chain))


def _holds_columns_of(grid: Grid, above: Grid) -> bool:
    """Whether a grid has every column of the one above, from the same left on, and more to their right."""
    own, known = sorted(_edges([grid])), _edges([above])
    near = all(min(abs(side - edge) for edge in own) <= _SAME_SIDE / 2 for side in known)
    return near and len(known) >= _FEWEST and abs(own[0] - min(known)) <= _SAME_SIDE


_FEWEST = 4
"""Sides that tell a table from another one."""


def _edges(grids: Sequence[Grid]) -> set[float]:
    return {
        side for grid in grids for cell in grid.cells if cell.box is not None for side in (cell.box.x0, cell.box.x1)
    }


def _page(grid: Grid) -> int | None:
    box = _box([grid])
    return box.page if box is not None else None


def _box(grids: Sequence[Grid]) -> Box | None:
    """The rectangle around the cells of grids."""
    boxes = [cell.box for grid in grids for cell in grid.cells if cell.box is not None]
    if not boxes:
        return None
    return Box(
        page=boxes[0].page,
        x0=min(box.x0 for box in boxes),
        top=min(box.top for box in boxes),
        x1=max(box.x1 for box in boxes),
        bottom=max(box.bottom for box in boxes),
    )


def _opens_form(row: Row) -> bool:
    """Whether a row begins something: a head, a header of its own, a title."""
    first = row.slots[0].text
    columns = len({labels.column(slot.text) for slot in row.slots} - {None})
    columns = columns if heads_columns(row) or not any(is_level(slot.text) for slot in row.slots) else 0
    titled = len(row.slots) == 1 and Note(first, row.slots[0].span, row.slots[0]).is_title
    labelled = len(row.slots) > 1 and labels.is_head_label(first)
    labelled = labelled and not labels.is_foot(first) and not _PART.match(first)
    if labelled and row.slots[0].cell.box is not None:
        # What stands under a cell of the page before, and each part of the money, goes on with a block that is cut.
        labelled = row.slots[0].column == 1 and labels.header_field(first) is not None
    return titled or columns >= 2 or labelled


def _halves_header(last: Row, row: Row) -> bool:
    """Whether a row on the next page goes on with the labels of the header that ends this one."""
    boxes = [slot.cell.box for slot in (*last.slots, *row.slots)]
    if not all(boxes):
        return False
    return rests_of_header(last, row, lambda slot: _above(slot, last)) is not None


def _above(slot: Slot, row: Row) -> Slot | None:
    """The cell at the foot of a page that stands over another one on the next."""
    own = slot.cell.box
    over = ((other, other.cell.box) for other in (*row.slots, *row.covering.values()))
    return next((o for o, box in over if own and box and box.x0 - 1 <= (own.x0 + own.x1) / 2 <= box.x1 + 1), None)


def _opens_below(rows: Sequence[Row], head: Sequence[Row]) -> bool:
    """Whether a form begins below an agency or a unit in lines of their own: with a label the form above began with."""
    known = {fold(row.slots[0].text) for row in head if labels.is_head_label(row.slots[0].text)}
    above = sum(1 for _ in takewhile(lambda row: len(row.slots) == 1 and row.slots[0].column == 1, rows[:_LINES]))
    return 0 < above < len(rows) and fold(rows[above].slots[0].text) in known


def _is_running(text: Text, above: set[str]) -> bool:
    """Whether a paragraph between two grids says nothing: a page number, 续表, what stood above the table before."""
    said = text.text.strip()
    if is_page_number(said) or says_goes_on(said):
        return True
    return not above.isdisjoint({fold(text.text), title_gone_on_with(said)})


def _announces(text: Text) -> bool:
    """Whether a paragraph between two pages says that something begins; a running title does not."""
    return any(note.announces or note.titles_other_table for note in notes_of_text(text))


def _whole(chain: Sequence[_Page]) -> Iterator[tuple[Row, ...]]:
    if not chain:
        return
    if len(chain) == 1:
        yield in_columns_of_header(in_columns_of_first(chain[0].rows))
        return
    grids = [page.grid for page in chain]
    first, *pages = on_one_grid(grids)
    rows, paged = list(first), _page(grids[0]) is not None
    for (above, grid), page in zip(pairwise(grids), pages, strict=True):
        start, count, _ = repeats(rows[:_HEAD], rows[-_HEAD:], page)
        for at in range(count):
            rows[start + at] = with_halves(rows[start + at], page[at])
        rest = page[count:]
        broken = not paged or _page(above) != _page(grid)
        joined = completed(rows, rest, paged=paged) if broken else None
        if joined is not None:
            rows = [*(replaced(row, joined.again) for row in rows[:-1]), joined.row]
            rest = joined.rest
        below, again = carried(rows, rest)
        rows = [replaced(row, again) for row in rows]
        rows = reached_up(rows, below) if broken and paged else [*rows, *below]
    yield in_columns_of_header(in_columns_of_first(rows))
