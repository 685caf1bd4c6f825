"""Bytes become tokens, whatever they are."""

from hypothesis import given
from hypothesis import strategies as st

from parsers.formats.rtf.tokens import tokens


def test_line_ends_between_tokens_are_nothing() -> None:
    assert [token.value for token in tokens(b"a\r\nb\n\\par\n c")] == [b"a", b"b", b"par", b" c"]


def test_binary_data_are_passed_over() -> None:
    assert [token.value for token in tokens(b"\\bin3 {}}x")] == [b"x"]


def test_a_number_beyond_sense_is_none() -> None:
    assert [token.number for token in tokens(b"\\u9999999999 ")] == [0]


@given(st.binary(max_size=60))
def test_any_bytes_end(content: bytes) -> None:
    assert all(token.value for token in tokens(content))
