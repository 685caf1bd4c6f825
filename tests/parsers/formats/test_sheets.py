"""Sheets laid out as grids."""

import time

import pytest

from parsers.formats.sheets import Range, Sheet, Sheets, shown
from schema.catalogue import Code
from schema.limits import Limits
from schema.read_error import ReadError
from schema.source import Status


def laid_out(sheet: Sheet, limits: Limits | None = None) -> tuple[list[tuple[int, int, int, int, str]], Sheets]:
    """The cells of the grid of a sheet."""
    found = Sheets([sheet], limits or Limits())
    return [(c.row, c.column, c.rows, c.columns, c.text) for grid in found.grids for c in grid.cells], found


def test_only_the_anchor_of_a_merge_shows_and_what_it_covers_is_said() -> None:
    sheet = Sheet("目标", cells={(1, 1): "甲", (1, 2): "遮", (2, 1): "乙"}, merges=[Range(1, 1, 1, 3)])
    cells, found = laid_out(sheet)
    assert cells == [(1, 1, 1, 3, "甲"), (2, 1, 1, 1, "乙")]
    assert [(odd.code, odd.args["cells"]) for odd in found.diagnostics] == [(Code.COVERED_CELLS, "B1")]
    assert found.covered == 1


def test_a_merge_over_another_is_ignored() -> None:
    merges = [
        Range(1, 1, 2, 2),
        Range(2, 2, 3, 3),
        Range(1, 1, 2000, 2),
        Range(5, 1, 2000, 16_384),
        Range(9, 1, 1999, 9),
    ]
    cells, _ = laid_out(Sheet("目标", cells={(1, 1): "甲", (5, 1): "乙", (9, 1): "遮", (3, 3): "丙"}, merges=merges))
    assert cells == [(1, 1, 2, 2, "甲"), (3, 3, 1, 1, "丙"), (5, 1, 1996, 16_384, "乙")]


def test_a_merged_cell_is_hidden_where_all_of_it_is() -> None:
    sheet = Sheet(
        "目标", cells={(1, 1): "甲", (3, 1): "乙"}, merges=[Range(1, 1, 2, 1), Range(3, 1, 4, 1)], hidden_rows={1, 3, 4}
    )
    (grid,) = Sheets([sheet], Limits()).grids
    assert [cell.hidden for cell in grid.cells] == [False, True]


def test_equal_names_are_told_apart() -> None:
    found = Sheets([Sheet("甲", cells={(1, 1): "1"}), Sheet("甲", cells={(1, 1): "2"})], Limits())
    assert [grid.place for grid in found.grids] == ["sheet 甲", "sheet 甲 (2)"]


def test_long_lists_of_places_are_cut_short() -> None:
    sheet = Sheet("目标", cells={(1, 1): "甲"}, unvalued=[(1, column) for column in range(2, 30)])
    (said,) = Sheets([sheet], Limits()).diagnostics
    assert said.args["count"] == "28"
    assert said.args["cells"].endswith("M1, …")


@pytest.mark.parametrize(
    "merges",
    [
        [Range(row, 1, row + 63, 16) for row in range(1, 64 * 5000, 64)],
        [Range(row, 1, row, 16_384) for row in range(1, 10_000)],
    ],
)
def test_too_many_merges_are_a_limit_in_no_time(merges: list[Range]) -> None:
    start = time.process_time()
    with pytest.raises(ReadError) as refused:
        Sheets([Sheet("目标", cells={(1, 1): "甲"}, merges=merges)], Limits())
    assert refused.value.status is Status.LIMIT
    assert time.process_time() - start < 3


def test_texts_of_cells() -> None:
    assert shown("\r\n 甲 \r\r乙\n") == "甲\n乙"


def test_errors_of_formulas_are_named() -> None:
    sheet = Sheet("目标", cells={(1, 1): "执行率", (2, 1): "#DIV/0!", (3, 1): "#N/A", (4, 1): "#1 号楼"})
    found = Sheets([sheet], Limits())
    assert [(said.code, said.args) for said in found.diagnostics] == [
        (Code.FORMULA_ERRORS, {"count": "2", "cells": "A2, A3"})
    ]
    assert [cell.text for cell in found.grids[0].cells][1] == "#DIV/0!"


def test_one_text_in_many_cells_is_counted_as_often_as_it_shows() -> None:
    sheet = Sheet("目标", cells=dict.fromkeys([(row, 1) for row in range(1, 11)], "绩效目标表"))
    assert len(laid_out(sheet, Limits(characters=50))[0]) == 10
    with pytest.raises(ReadError) as refused:
        laid_out(sheet, Limits(characters=49))
    assert refused.value.status is Status.LIMIT
