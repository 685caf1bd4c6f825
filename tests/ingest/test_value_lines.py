"""Lines of values, good and bad."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.value_lines import read_line
from schema.catalogue import Code
from schema.target import Comparison


def test_trailing_columns_are_optional() -> None:
    reading = read_line("≥90\t\t\t企业满意度\t2024\r\n".encode(), 7)
    (target,) = reading.targets
    assert isinstance(target, Comparison)
    assert target.unit_inferred == "%"
    assert reading.stated.name == "企业满意度"


@pytest.mark.parametrize(
    "raw",
    [b"\xff\xfe90", "≥1\t件\t\t名\t二〇二四".encode(), "≥1\t件\t\t名\t2024\t又\t一\t列".encode()],
    ids=["not-utf8", "no-year", "too-many-columns"],
)
def test_a_bad_line_says_so_and_is_read_all_the_same(raw: bytes) -> None:
    reading = read_line(raw, 12)
    assert reading.diagnostics[0].code is Code.LINE_UNREADABLE
    assert reading.diagnostics[0].args["line"] == "12"
    assert reading.targets


def test_a_byte_order_mark_goes() -> None:
    assert read_line("\ufeff≥1件".encode(), 1).stated.value == "≥1件"


@given(st.binary(max_size=60))
def test_any_line_gives_a_reading(raw: bytes) -> None:
    assert read_line(raw, 1).targets
