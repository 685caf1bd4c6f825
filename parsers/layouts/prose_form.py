"""The form whose indicators are prose: in one cell beside 绩效指标, or in a cell beside each level 1."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from normalize.placeholders import is_not_applicable, is_placeholder
from normalize.taxonomy import is_level, level1
from parsers.layouts.assembly import assemble
from parsers.layouts.grids.row_sorts import heads_columns
from parsers.layouts.grids.rows import Row, Slot
from parsers.layouts.grids.uses import Uses
from parsers.layouts.heads.head import Head
from parsers.layouts.heads.head_lines import read_notes, read_office_above
from parsers.layouts.heads.head_rows import read_head
from parsers.layouts.heads.unit_cells import without_units
from parsers.layouts.indicators.items import Levels, Told, names_levels, read_items
from parsers.layouts.prose import indicator_of, levels_of
from parsers.layouts.reading import Reading
from parsers.layouts.sections.sections import Section
from parsers.layouts.words import labels
from schema.catalogue import Code
from schema.diagnostic import Diagnostic
from schema.table import Indicator

NAME, WORDS = "prose_form", ("指标成文的一项目一表", "form with its indicators as prose")

_FEWEST = 2
"""Indicators that words beside levels must tell, most of them with a value, where no level stands in the words."""


@dataclass(frozen=True, slots=True)
class _Prose:
    """A cell of prose, the label beside it, and the labels over that."""

    row: Row
    label: Slot
    above: tuple[Slot, ...]
    cell: Slot

    @property
    def levels(self) -> Levels:
        """The levels its label names."""
        return levels_of(self.label, self.above, None) if is_level(self.label.text) else Levels()


def read(section: Section) -> Reading:
    """A section as one form; no table where it has a header over indicators, or no cell that tells several as prose."""
    rows = section.rows
    if any(map(heads_columns, rows)):
        return Reading(NAME)
    found = list(_cells(rows))
    items = [(prose, told) for prose in found for told in read_items(prose.cell.text, prose.levels)]
    if not _tells_indicators(found, [told for _, told in items]):
        return Reading(NAME)
    uses, head = Uses(), Head(unit_of_money=section.unit_above, title_above=section.title_above)
    own = {id(prose.row) for prose in found}
    read_head(without_units([row for row in rows if id(row) not in own], head, uses), head, uses)
    read_notes(section.notes, head, uses)
    read_office_above(section.office_above, head)
    indicators: list[Indicator] = []
    odd: list[Diagnostic] = []
    for prose, told in items:
        if told.name:
            indicators.append(indicator_of(told, prose.cell, (prose.label, *prose.above)))
            uses.use(prose.cell, *(slot for slot in (prose.label, *prose.above) if is_level(slot.text)))
        elif told.piece.strip():
            odd.append(Diagnostic(code=Code.UNUSED_TEXT, args={"text": told.piece.strip()}, span=prose.cell.span))
    for prose in found:
        uses.ignore("group-label", (slot for slot in prose.row.slots if labels.is_group(slot.text)))
        if is_placeholder(prose.cell.text) or is_not_applicable(prose.cell.text):
            uses.ignore("placeholder", [prose.cell])
    table, odd_head = assemble(head, indicators, NAME)
    return Reading(NAME, (table,), uses, (*odd_head, *head.diagnostics, *odd))


def _cells(rows: Sequence[Row]) -> Iterator[_Prose]:
    """The cells that end their rows behind a level, or behind a label that gathers indicators."""
    for row in rows:
        if len(row.slots) < _LABEL_AND_TEXT:
            continue
        *before, label, cell = row.slots
        above = tuple(slot for slot in (*row.covering.values(), *before) if is_level(slot.text))
        gathers = labels.is_group(label.text) and "指标" in label.text and names_levels(cell.text)
        others = all(is_level(slot.text) or labels.is_group(slot.text) for slot in before)
        if others and not is_level(cell.text) and (is_level(label.text) or gathers):
            yield _Prose(row, label, tuple(dict.fromkeys(above)), cell)


_LABEL_AND_TEXT = 2


def _tells_indicators(found: Sequence[_Prose], items: Sequence[Told]) -> bool:
    """Whether cells are prose: levels stand in their words, or beside levels 1 most of several items state a value.

    Beside a level 2 stands the name of one indicator, as in any grid.
    """
    if any(names_levels(prose.cell.text) for prose in found):
        return any(told.name for told in items)
    told = [item for item in items if item.name]
    valued = sum(item.value != item.name for item in told)
    first = all(level1(prose.label.text) is not None for prose in found)
    return first and len(told) >= max(_FEWEST, len(found)) and 2 * valued > len(told)
