"""Bytes are cut at tags only where nothing can look like a tag that is none."""

import pytest

from parsers.formats.docx.names import MAIN
from parsers.formats.docx.plain_bytes import attributes_of, root_of
from tests.parsers.formats.docx.wordml import part

PLAIN = part("document", "<w:body/>")


def test_a_usual_part_is_plain() -> None:
    root = root_of(PLAIN.encode())
    assert root is not None
    assert root[0].startswith(b"<w:document ")


@pytest.mark.parametrize(
    "odd",
    [
        PLAIN.replace("<w:body/>", "<!-- <w:body> -->"),
        PLAIN.replace("<w:body/>", "<![CDATA[<w:body>]]>"),
        PLAIN.replace("<w:body/>", "<?a <w:body>?>"),
        PLAIN.replace("<w:body/>", f'<x:body xmlns:x="{MAIN}"/>'),
        PLAIN.replace("<w:body/>", '<w:body xmlns:w="other"/>'),
        PLAIN.replace("UTF-8", "GBK"),
        PLAIN.replace("<w:document", "<a/><w:document"),
        PLAIN.replace(MAIN, "other"),
    ],
)
def test_anything_odd_is_not(odd: str) -> None:
    assert root_of(odd.encode()) is None


def test_sixteen_bits_a_character_are_not() -> None:
    assert root_of(PLAIN.encode("utf-16")) is None


def test_attributes_keep_what_their_quotes_hold() -> None:
    assert attributes_of(b"""a="x w:val='1'" w:val = '2'""") == {b"a": b"x w:val='1'", b"w:val": b"2"}
