"""Grids answer for every slot; two cells never claim one."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from schema.document import EXPANDED, Block, Cell, Document, Grid, Text
from schema.span import Box, Span

SHEET = Cell(row=1, column=1, rows=1_048_576, columns=16_384, text="全表")
BLOCK: TypeAdapter[Block] = TypeAdapter(Block)


def grid(*cells: Cell) -> Grid:
    """A grid of some cells."""
    return Grid(place="table 1", cells=cells)


def test_a_merged_cell_answers_for_each_slot_it_covers() -> None:
    merged = Cell(row=2, column=2, rows=2, columns=3, text="产出")
    found = grid(merged, Cell(row=1, column=1, text="甲"))
    covered = {(row, column) for row in range(1, 6) for column in range(1, 7) if found.at(row, column) is merged}
    assert covered == {(row, column) for row in (2, 3) for column in (2, 3, 4)}
    assert (found.height, found.width) == (3, 4)


def test_an_empty_grid_has_no_size() -> None:
    assert (grid().height, grid().width, grid().at(1, 1)) == (0, 0, None)


@pytest.mark.parametrize(
    "other",
    [
        Cell(row=1, column=1, text="乙"),
        Cell(row=2, column=2, text="乙"),
        Cell(row=1, column=2, rows=5, columns=5, text="乙"),
        SHEET,
    ],
)
def test_two_cells_never_claim_one_slot(other: Cell) -> None:
    with pytest.raises(ValidationError, match="table 1: two cells claim one slot"):
        grid(Cell(row=1, column=1, rows=2, columns=2, text="甲"), other)


def test_a_merge_of_a_whole_sheet_is_never_listed() -> None:
    found = grid(SHEET, Cell(row=1_048_577, column=1, text="脚注"))
    assert found.at(1_048_576, 16_384) is SHEET
    assert found.at(1_048_577, 1) is not SHEET
    assert found.at(1_048_577, 2) is None
    assert (found.height, found.width, len(found.slots)) == (1_048_577, 16_384, 1)


@pytest.mark.parametrize(("rows", "listed"), [(EXPANDED, EXPANDED), (EXPANDED + 1, 0)])
def test_the_bound_of_what_is_listed(rows: int, listed: int) -> None:
    tall = Cell(row=1, column=1, rows=rows, text="甲")
    found = grid(tall)
    assert len(found.slots) == listed
    assert found.at(rows, 1) is tall
    assert found.at(rows + 1, 1) is None


@given(st.sets(st.tuples(st.integers(1, 40), st.integers(1, 40)), max_size=30))
def test_each_slot_answers_with_what_was_put_there(slots: set[tuple[int, int]]) -> None:
    found = grid(*(Cell(row=row, column=column, text=f"{row}/{column}") for row, column in slots))
    assert {slot: cell.text for slot, cell in found.slots.items()} == {slot: f"{slot[0]}/{slot[1]}" for slot in slots}


@pytest.mark.parametrize("extent", [(0, 1, 1, 1), (1, 0, 1, 1), (-1, 1, 1, 1), (1, 1, 0, 1), (1, 1, 1, -2)])
def test_rows_and_columns_count_from_one(extent: tuple[int, int, int, int]) -> None:
    row, column, rows, columns = extent
    with pytest.raises(ValidationError, match=f"row {row}, column {column}, of {rows} × {columns}"):
        grid(Cell(row, column, "甲", rows, columns))


@pytest.mark.parametrize("cell", ["[1, 2]", "[1, 2, 3]", '["甲", 2, "乙"]', '{"row": 1, "column": 2}'])
def test_a_cell_from_json_has_the_types_of_its_fields(cell: str) -> None:
    with pytest.raises(ValidationError):
        Grid.model_validate_json(f'{{"place": "table 1", "cells": [{cell}]}}')


def test_cells_are_read_that_were_written_with_names() -> None:
    """As Documents of older databases hold them."""
    box = {"page": 1, "x0": 0, "top": 0, "x1": 9, "bottom": 9}
    stated = {"row": 2, "column": 3, "text": "甲", "rows": 2, "box": box}
    found = Grid.model_validate_json(json.dumps({"place": "table 1", "cells": [stated]}))
    assert found.cells == (Cell(2, 3, "甲", rows=2, box=Box(1, 0, 0, 9, 9)),)
    assert Grid.model_validate_json(found.model_dump_json()) == found


def test_a_span_names_the_line_where_there_is_one() -> None:
    box = Box(page=1, x0=0, top=0, x1=9, bottom=9)
    lined, boxed = Cell(row=2, column=1, text="甲", line=37), Cell(row=3, column=1, text="乙", box=box)
    found = grid(lined, boxed)
    assert found.span(lined) == Span(place="table 1", row=37, column=1)
    assert found.span(boxed) == Span(place="table 1", row=3, column=1, box=box)
    assert Text(place="line 4", text="甲", line=4).span == Span(place="line 4", row=4)


def test_a_document_lists_its_grids_and_comes_back_from_json() -> None:
    found = grid(Cell(row=1, column=1, text="甲"))
    document = Document(source="text", blocks=(Text(place="line 1", text="题"), found))
    assert document.grids == (found,)
    assert Document.model_validate_json(document.model_dump_json()) == document


@pytest.mark.parametrize("kind", ["grid", "text"])
def test_blocks_are_told_apart_by_kind(kind: str) -> None:
    assert (
        BLOCK.validate_python(
            {"kind": kind, "place": "p", "cells": ()} if kind == "grid" else {"kind": kind, "place": "p", "text": ""}
        ).kind
        == kind
    )
