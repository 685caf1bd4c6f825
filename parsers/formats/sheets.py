"""The sheets of a workbook, whatever its format → grids: merges laid out, hidden parts marked, nothing cropped."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from parsers.formats.addresses import addresses, letters, listed
from parsers.formats.error_values import ERRORS
from parsers.formats.lines import bare
from parsers.formats.struck import struck
from schema.catalogue import Code
from schema.diagnostic import Diagnostic
from schema.document import EXPANDED, Block, Cell, Grid, Text
from schema.limits import Limits
from schema.read_error import ReadError
from schema.source import Status
from schema.span import Span

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
Slot = tuple[int, int]
_COMPARISONS = 20_000_000
"""How often cells and merges past EXPANDED are held against each other before a sheet counts as an attack."""


class Range(NamedTuple):
    """A merged range, first and last row and column."""

    row: int
    column: int
    last_row: int
    last_column: int

    @property
    def area(self) -> int:
        """How many slots it has."""
        return (self.last_row - self.row + 1) * (self.last_column - self.column + 1)

    def covers(self, row: int, column: int) -> bool:
        """Whether a slot lies in it."""
        return self.row <= row <= self.last_row and self.column <= column <= self.last_column

    def meets(self, other: "Range") -> bool:
        """Whether they share a slot."""
        rows = self.row <= other.last_row and other.row <= self.last_row
        return rows and self.column <= other.last_column and other.column <= self.last_column

    @property
    def slots(self) -> Iterator[Slot]:
        """Each of its slots."""
        for row in range(self.row, self.last_row + 1):
            for column in range(self.column, self.last_column + 1):
                yield row, column


@dataclass(slots=True)
class Sheet:
    """A sheet as its file states it: the text shown in each slot, and what is merged and hidden.

    `concealed` are slots whose number format shows nothing of their value; `unvalued` formulas without a stored value,
    `struck` texts that are struck through. `boxes` are the text boxes that lie on it, each with the row it begins at;
    `drawing_lost` says that what is drawn on it is damaged.
    """

    name: str
    hidden: bool = False
    cells: dict[Slot, str] = field(default_factory=dict)
    merges: list[Range] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    concealed: set[Slot] = field(default_factory=set)
    unvalued: list[Slot] = field(default_factory=list)
    struck: list[str] = field(default_factory=list)
    boxes: list[tuple[int, str]] = field(default_factory=list)
    drawing_lost: bool = False


def shown(text: str) -> str:
    r"""The text of a cell: a line for each line it shows, none of them empty, blanks at the ends gone.

    >>> shown(" 发行\r\n\r\n 产品\u3000")
    '发行\n产品'
    """
    if "\n" not in text and "\r" not in text:
        return bare(text)
    return "\n".join(filter(None, map(bare, text.splitlines())))


class Sheets:
    """The grids of a workbook, with what was odd about its sheets; `covered` counts cells that a merge covers."""

    def __init__(self, sheets: Iterable[Sheet], limits: Limits) -> None:
        self.diagnostics: list[Diagnostic] = []
        self.covered = 0
        self._limits = limits
        self._slots = 0
        self._characters = 0
        self._places: set[str] = set()
        found = list(sheets)
        self.blocks = tuple(block for sheet in found for block in self._blocks(sheet))
        self.grids = tuple(block for block in self.blocks if isinstance(block, Grid))
        hidden = [sheet.name for sheet in found if sheet.hidden and sheet.cells]
        if hidden:
            self.diagnostics.insert(0, Diagnostic(code=Code.HIDDEN_SHEETS, args={"sheets": listed(hidden)}))

    def _blocks(self, sheet: Sheet) -> Iterator[Block]:
        """The grid of a sheet, after the text boxes that begin above its second row and before the others."""
        place = self._place(sheet.name)
        second = min((row for row, _ in sheet.cells), default=0) + 1
        above = [(row, text) for row, text in sheet.boxes if row < second]
        yield from self._texts(above, sheet, place, begins=True)
        yield from self._grid(sheet, place, begins=not above)
        yield from self._texts(sheet.boxes[len(above) :], sheet, place, len(above))

    @staticmethod
    def _texts(
        boxes: Iterable[tuple[int, str]], sheet: Sheet, place: str, before: int = 0, *, begins: bool = False
    ) -> Iterator[Text]:
        """The lines of text boxes, numbered after those `before`; the first one may begin the sheet."""
        for number, (_, text) in enumerate(boxes, start=before + 1):
            for line in text.split("\n"):
                named = f"{place} › text box {number}"
                yield Text(place=named, text=line, hidden=sheet.hidden, form_boundary=begins)
                begins = False

    def _grid(self, sheet: Sheet, place: str, *, begins: bool) -> Iterator[Grid]:
        merged = self._merged(sheet)
        found = tuple(_cells(sheet, merged))
        self._say(sheet, place)
        if found:
            yield Grid(place=place, cells=found, form_boundary=begins)

    def _place(self, name: str) -> str:
        place, number = f"sheet {name}", 1
        while place in self._places:
            number += 1
            place = f"sheet {name} ({number})"
        self._places.add(place)
        return place

    def _merged(self, sheet: Sheet) -> dict[Slot, Range]:
        """The merge of each slot where one begins; texts under a merge are taken out, a merge over another ignored."""
        self._characters += sum(map(len, sheet.cells.values()))  # one text may be shared by a million cells
        if self._characters > self._limits.characters:
            raise _too_long(self._limits)
        self._count(len(sheet.cells) + sum(merge.area for merge in sheet.merges if merge.area <= EXPANDED))
        anchors: dict[Slot, Range] = {}
        taken: dict[Slot, Range] = {}
        wide: list[Range] = []
        for merge in sheet.merges:
            if merge.area > EXPANDED:
                wide.append(merge)
                continue
            slots = tuple(merge.slots)
            if merge.area > 1 and taken.keys().isdisjoint(slots):
                taken.update(dict.fromkeys(slots, merge))
                anchors[slots[0]] = merge
        if wide:
            self._add_wide(sheet, wide, anchors, taken)
        covered = [slot for slot in sheet.cells if slot in taken and slot not in anchors]
        for slot in covered:
            del sheet.cells[slot]
        self.covered += len(covered)
        if covered:
            args = {"count": str(len(covered)), "cells": addresses(covered)}
            self.diagnostics.append(
                Diagnostic(code=Code.COVERED_CELLS, args=args, span=Span(place=f"sheet {sheet.name}"))
            )
        return anchors

    def _add_wide(self, sheet: Sheet, wide: list[Range], anchors: dict[Slot, Range], taken: dict[Slot, Range]) -> None:
        if len(wide) * (len(wide) + len(anchors) + len(sheet.cells)) > _COMPARISONS:
            raise _too_many_cells(self._limits)
        kept: list[Range] = []
        for merge in wide:
            others = (*kept, *anchors.values())
            if not any(merge.meets(other) for other in others):
                kept.append(merge)
        for merge in kept:
            anchors[merge.row, merge.column] = merge
            taken.update({slot: merge for slot in sheet.cells if merge.covers(*slot)})

    def _count(self, slots: int) -> None:
        self._slots += slots
        if self._slots > self._limits.cells:
            raise _too_many_cells(self._limits)

    def _say(self, sheet: Sheet, place: str) -> None:
        span = Span(place=place)
        rows = sorted({row for row, _ in sheet.cells} & sheet.hidden_rows)
        columns = sorted({column for _, column in sheet.cells} & sheet.hidden_columns)
        errors = sorted(slot for slot, text in sheet.cells.items() if text in ERRORS)
        said = {
            Code.HIDDEN_ROWS: {"rows": listed(map(str, rows))},
            Code.HIDDEN_COLUMNS: {"columns": listed(map(letters, columns))},
            Code.FORMULA_WITHOUT_VALUE: {"count": str(len(sheet.unvalued)), "cells": addresses(sheet.unvalued)},
            Code.FORMULA_ERRORS: {"count": str(len(errors)), "cells": addresses(errors)},
        }
        self.diagnostics.extend(struck(sheet.struck, span))
        if sheet.drawing_lost:
            self.diagnostics.append(Diagnostic(code=Code.DRAWING_NOT_READ, span=span))
        for (code, args), any_of in zip(said.items(), (rows, columns, sheet.unvalued, errors), strict=True):
            if any_of:
                self.diagnostics.append(Diagnostic(code=code, args=args, span=span))


def _cells(sheet: Sheet, merged: dict[Slot, Range]) -> Iterator[Cell]:
    """The cells of a sheet, row by row."""
    hides = bool(sheet.hidden or sheet.concealed or sheet.hidden_rows or sheet.hidden_columns)
    for slot in sorted(sheet.cells):
        row, column = slot
        _, _, last_row, last_column = merge = merged.get(slot) or Range(row, column, row, column)
        hidden = hides and _hidden(slot, merge, sheet)
        yield Cell(row, column, sheet.cells[slot], last_row - row + 1, last_column - column + 1, None, None, hidden)


def _hidden(slot: Slot, extent: Range, sheet: Sheet) -> bool:
    """Whether nothing of a cell is seen."""
    if sheet.hidden or slot in sheet.concealed:
        return True
    rows, columns = range(extent.row, extent.last_row + 1), range(extent.column, extent.last_column + 1)
    return all(row in sheet.hidden_rows for row in rows) or all(column in sheet.hidden_columns for column in columns)


def _too_long(limits: Limits) -> ReadError:
    return ReadError(
        Status.LIMIT,
        zh=f"工作簿的文字超过上限 {limits.characters:,} 个字符；请拆分文件或调高上限",
        en=f"the workbook shows more than {limits.characters:,} characters; split it or raise the limit",
    )


def _too_many_cells(limits: Limits) -> ReadError:
    return ReadError(
        Status.LIMIT,
        zh=f"工作簿的单元格或合并区域超过上限 {limits.cells:,}；请拆分文件或调高上限",
        en=f"the workbook has more cells or merges than {limits.cells:,}; split it or raise the limit",
    )
