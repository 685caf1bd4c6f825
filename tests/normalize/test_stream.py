"""A stream of lines: one reading a line, whatever the bytes; the columns of a line decide what they should."""

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize import Reading
from normalize.stream import LONGEST_LINE, read_stream
from schema.catalogue import Code
from schema.target import Comparison, Deadline


def _read(source: bytes) -> list[Reading]:
    return list(read_stream(BytesIO(source)))


def _one(line: str) -> Reading:
    (reading,) = _read(line.encode())
    return reading


def _comparison(line: str) -> Comparison:
    (target,) = _one(line).targets
    assert isinstance(target, Comparison)
    return target


def _reasons(readings: list[Reading]) -> list[str]:
    return [odd.args["line"] for reading in readings for odd in reading.diagnostics if odd.code == Code.LINE_UNREADABLE]


def _unused(reading: Reading) -> list[tuple[str, str, str]]:
    return [
        (odd.args["line"], odd.args["column"], odd.args["text"])
        for odd in reading.diagnostics
        if odd.code == Code.LINE_COLUMN_UNUSED
    ]


def test_the_columns_of_a_line_are_value_unit_operator_name_and_year() -> None:
    said = _comparison("95\t%\t≥\t合格率\t2024\n")
    assert (said.value, said.unit, said.comparator, said.low) == ("95", "%", ">=", "95")
    (deadline,) = _one("12月底前\t\t\t完成时间\t2024").targets
    assert isinstance(deadline, Deadline)
    assert deadline.not_after == "2024-12-31"
    assert _comparison("90\t\t\t群众满意度").unit_inferred == "%"


@pytest.mark.parametrize("year", ["", "24", "20244", "0000", "9999", "二〇二四", "２０２４", "-024", "2024年", "x"])
def test_a_year_that_is_none_is_told_and_not_used(year: str) -> None:
    reading = _one(f"12月底前\t\t\t\t{year}\n")
    (deadline,) = reading.targets
    assert isinstance(deadline, Deadline)
    assert deadline.not_after is None
    assert _unused(reading) == ([("1", "5", year)] if year else [])


@pytest.mark.parametrize("ending", ["", "\n", "\r\n", "\t\n", "\t \t\r\n"])
def test_line_ends_and_empty_columns_do_not_matter(ending: str) -> None:
    reading = _one("95\t%\t≥\t合格率\t2024" + ending)
    assert _comparison("95\t%\t≥\t合格率\t2024" + ending).low == "95"
    assert reading.diagnostics == ()


def test_further_columns_are_told_and_the_others_used() -> None:
    _, reading = _read("≥3份\n95\t%\t≥\t合格率\t2024\tfurther\t\tcolumns\n".encode())
    assert [target.text for target in reading.targets] == ["95"]
    assert _unused(reading) == [("2", "6", "further\t\tcolumns")]


def test_a_byte_order_mark_is_no_part_of_the_value() -> None:
    assert _comparison("\ufeff≥3份").text == "≥3份"


def test_an_empty_line_is_a_reading_too_and_an_empty_stream_is_none() -> None:
    assert [len(reading.targets) for reading in _read("\n≥3份\n\n".encode())] == [1, 1, 1]
    assert _read(b"") == []


@pytest.mark.parametrize("line", [b"\xff\xfe", b"\xe4\xbd", b"9\x00", "甲".encode("gb18030")])
def test_a_line_that_cannot_be_read_names_itself_and_spoils_no_other(line: bytes) -> None:
    first, odd, last = _read("≥3份\n".encode() + line + "\n≤5%".encode())
    assert odd.targets == ()
    assert _reasons([first, odd, last]) == ["2"]
    assert [target.text for reading in (first, last) for target in reading.targets] == ["≥3份", "≤5%"]


@pytest.mark.parametrize(
    ("spaces", "readable"),
    [(LONGEST_LINE - 4, True), (LONGEST_LINE - 3, True), (LONGEST_LINE - 2, False), (3 * LONGEST_LINE, False)],
)
def test_a_line_is_read_up_to_its_longest_and_passed_over_beyond(spaces: int, *, readable: bool) -> None:
    first, second = _read(b" " * spaces + b"90%" + "\n≥3份".encode())
    assert bool(first.targets) is readable
    assert _reasons([first, second]) == ([] if readable else ["1"])
    assert [target.text for target in second.targets] == ["≥3份"]


def test_the_last_line_may_be_too_long_without_an_end() -> None:
    (only,) = _read(b"9" * (2 * LONGEST_LINE))
    assert _reasons([only]) == ["1"]


@given(st.lists(st.binary(max_size=60).filter(lambda line: b"\n" not in line), max_size=8))
def test_any_bytes_give_one_reading_a_line(lines: list[bytes]) -> None:
    readings = _read(b"".join(line + b"\n" for line in lines))
    assert len(readings) == len(lines)
    assert all(reading.targets or reading.diagnostics for reading in readings)
