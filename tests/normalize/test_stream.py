"""Lines in, readings out, whatever the lines hold."""

from io import BytesIO

from normalize.stream import LONGEST_LINE, read_stream
from schema.catalogue import Code


def test_columns_behind_the_value_may_be_missing() -> None:
    lines = BytesIO("≥98%\n95\t%\t≥\n12月底前\t\t\t完成时间\t2024\r\n\n".encode())
    one, two, three, four = read_stream(lines)
    assert one.stated.value == "≥98%"
    assert two.targets[0].model_dump(include={"comparator", "low", "unit_canonical"}) == {
        "comparator": ">=",
        "low": "95",
        "unit_canonical": "%",
    }
    assert three.targets[0].model_dump()["not_after"] == "2024-12-31"
    assert four.targets[0].kind == "blank"


def test_a_line_that_cannot_be_read_does_not_stop_the_stream() -> None:
    lines = BytesIO(b"\xff\xfe\n" + b"9" * 10_000_000 + b"\n" + b"1\x002\n" + "≥3件\n".encode())
    readings = list(read_stream(lines))
    assert [[str(odd.code) for odd in reading.diagnostics] for reading in readings[:3]] == [["line-unreadable"]] * 3
    assert [dict(reading.diagnostics[0].args)["line"] for reading in readings[:3]] == ["1", "2", "3"]
    assert all(not reading.targets for reading in readings[:3])
    assert readings[3].targets[0].kind == "comparison"


def test_a_last_line_without_its_end_is_read() -> None:
    assert len(list(read_stream(BytesIO("1件\n2件".encode())))) == 2


def test_a_line_of_just_the_longest_length_is_read() -> None:
    (reading,) = read_stream(BytesIO(b" " * (LONGEST_LINE - 4) + "件\n".encode()))
    assert Code.LINE_UNREADABLE not in {odd.code for odd in reading.diagnostics}
