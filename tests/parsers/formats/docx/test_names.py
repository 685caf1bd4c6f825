"""Names of WordprocessingML, and switches."""

import pytest

from parsers.formats.docx.names import P, math, on, transitional, word

STRICT = b'<w:p xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main" xmlns:m="http://purl.oclc.org/ooxml/officeDocument/math"/>'


def test_strict_namespaces_become_transitional() -> None:
    plain = transitional(STRICT)
    assert word("p")[1:-2].encode() in plain
    assert math("t")[1:-2].encode() in plain
    assert transitional(plain) is plain


def test_words_about_a_namespace_are_left_alone_in_a_transitional_part() -> None:
    part = b"<a>" + b" " * 9000 + b"http://purl.oclc.org/ooxml/wordprocessingml/main</a>"
    assert transitional(part) is part


def test_a_name_is_in_the_main_namespace() -> None:
    assert word("p") == P


@pytest.mark.parametrize(("value", "says"), [(None, True), ("true", True), ("1", True), ("off", False), ("0", False)])
def test_a_switch(value: str | None, says: bool) -> None:
    assert on(value) is says
