"""The slots that cells of a page take."""

import time
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.formats import Request, read
from parsers.formats.html.spans import ends, laid_out, span
from tests.parsers.formats.html.conftest import Drawn


class Wanted(NamedTuple):
    """What a cell asks for."""

    rows: int
    columns: int
    text: str = "甲"
    hidden: bool = False


@pytest.mark.parametrize(
    ("rows", "cells"),
    [
        ("<td rowspan=2>甲<td>乙<tr><td>丙", ["1,1+2x1 甲", "1,2 乙", "2,2 丙"]),
        ("<td colspan=2>甲<td>乙<tr><td>丙<td>丁<td>戊", ["1,1+1x2 甲", "1,3 乙", "2,1 丙", "2,2 丁", "2,3 戊"]),
        ("<td>甲<td rowspan=2>乙<tr><td colspan=2>丙<td>丁", ["1,1 甲", "1,2+2x1 乙", "2,1 丙", "2,3 丁"]),
        ("<td rowspan=0>甲<td>乙<tr><td>丙<tr><td>丁", ["1,1+3x1 甲", "1,2 乙", "2,2 丙", "3,2 丁"]),
        ("<td rowspan=0>甲<tbody><tr><td>乙", ["1,1 甲", "2,1 乙"]),
        ("<td rowspan=9>甲<td>乙<tr><td>丙", ["1,1+2x1 甲", "1,2 乙", "2,2 丙"]),
        (
            "<td colspan=0>甲<td colspan=-2>乙<td colspan=x>丙<td colspan='2;'>丁",
            ["1,1 甲", "1,2 乙", "1,3 丙", "1,4+1x2 丁"],
        ),
        ("<td rowspan=3>甲<td rowspan=2>乙<tr><tr><td>丙<td>丁", ["1,1+3x1 甲", "1,2+2x1 乙", "3,2 丙", "3,3 丁"]),
        (
            "<td>甲<td rowspan=2>乙<td>丙<td rowspan=2>丁<tr><td colspan=4>戊<td>己",
            ["1,1 甲", "1,2+2x1 乙", "1,3 丙", "1,4+2x1 丁", "2,1 戊", "2,3 己"],
        ),
    ],
)
def test_cells_take_the_slots_browsers_give_them(page: Drawn, rows: str, cells: list[str]) -> None:
    assert page(f"<table><tr>{rows}</table>") == ["[table 1]", *cells]


def test_a_million_rows_and_columns_are_the_table_s_own_in_no_time() -> None:
    content = b"<html><table><tr><td rowspan=1000000>a<td colspan=1000000>b<td>c" + b"<tr><td>d" * 2000 + b"</table>"
    start = time.process_time()
    cells = read(content, "a.html", Request()).grids[0].cells
    assert time.process_time() - start < 0.3
    assert [(c.row, c.column, c.rows, c.columns) for c in cells[:4]] == [
        (1, 1, 2001, 1),
        (1, 2, 1, 1000),
        (1, 1002, 1, 1),
        (2, 2, 1, 1),
    ]


def test_columns_that_stay_taken_cost_as_one() -> None:
    rows = [[Wanted(65_534, 1)] * 5000, *([[Wanted(1, 1)]] * 5000)]
    start = time.process_time()
    assert sum(cell.column for cell in laid_out(rows, ends([5001]))) == sum(range(5001)) + 5000 * 5001
    assert time.process_time() - start < 1


@given(st.lists(st.lists(st.builds(Wanted, st.integers(0, 4), st.integers(0, 4)), max_size=5), max_size=6))
def test_no_slot_is_taken_twice(rows: list[list[Wanted]]) -> None:
    taken: set[tuple[int, int]] = set()
    for row, column, _, height, width, *_ in laid_out(rows, ends([len(rows)])):
        slots = {(r, c) for r in range(row, row + height) for c in range(column, column + width)}
        assert slots
        assert taken.isdisjoint(slots)
        assert row + height <= len(rows) + 1
        taken |= slots


def test_numbers_are_read_as_browsers_read_them() -> None:
    assert [span(said, 1000) for said in (None, "", "+3", "2.9", "１", "007", "1e9")] == [1, 1, 3, 2, 1, 7, 1]
