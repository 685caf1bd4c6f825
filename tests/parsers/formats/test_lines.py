"""Text as numbered lines, and lines as runs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.formats.lines import Line, bare, joined, numbered, runs


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_lines_are_numbered_as_an_editor_does(line_break: str) -> None:
    assert [(line.number, line.text) for line in numbered(line_break.join(["甲", "", "乙"]))] == [
        (1, "甲"),
        (2, ""),
        (3, "乙"),
    ]


@pytest.mark.parametrize(("text", "lines"), [("甲\r乙\n丙", ["甲\v乙", "丙"]), ("甲\r\r\n乙\r\n", ["甲", "乙", ""])])
def test_a_carriage_return_among_other_line_ends_is_a_break_inside_a_cell(text: str, lines: list[str]) -> None:
    assert [line.text for line in numbered(text)] == lines


@pytest.mark.parametrize("text", ["甲\x1c乙", "甲\x85乙", "甲\u2028乙", "甲\v乙"])
def test_what_no_editor_breaks_a_line_at_breaks_none(text: str) -> None:
    assert len(list(numbered(text))) == 1


def test_a_page_break_waits_for_the_next_line_that_shows_something() -> None:
    assert [line.number for line in numbered("甲\f\n \n乙\n丙") if line.new_page] == [3]


@pytest.mark.parametrize(("text", "blank"), [("", True), (" \u3000\xa0", True), ("\u200b\ufeff ", True), ("\t", False)])
def test_a_tab_is_an_empty_cell_and_no_blank(text: str, *, blank: bool) -> None:
    assert Line(1, text).blank is blank


def test_a_page_break_ends_a_run() -> None:
    assert [len(run.lines) for run in runs(numbered("甲\n乙\f丙"))] == [2, 1]


def test_joined_lines_keep_the_first_number() -> None:
    assert joined([Line(3, "甲", new_page=True), Line(4, "乙")]) == Line(3, "甲\v乙", new_page=True)


@given(st.text())
def test_runs_hold_every_line_that_is_not_blank(text: str) -> None:
    lines = list(numbered(text))
    assert [line for run in runs(lines) for line in run.lines] == [line for line in lines if not line.blank]


@given(st.text(alphabet=" \u200b\ufeff\u3000甲"))
def test_bare_text_has_nothing_invisible_at_its_ends(text: str) -> None:
    stripped = bare(text)
    assert stripped in text
    assert stripped == "" or (stripped[0] == "甲" == stripped[-1])
