"""The text of pages in the encodings they have, whatever they declare."""

import pytest

from parsers.formats.html.decoding import decode_page
from schema.read_error import ReadError

TEXT = "项目支出绩效目标表：政策兑现受理量≥5000项"


@pytest.mark.parametrize("declared", ["gb2312", "gbk", "utf-8", "big5", "iso-8859-1", "nonsense", ""])
@pytest.mark.parametrize("real", ["gb18030", "utf-8"])
def test_a_declaration_that_is_wrong_is_distrusted(declared: str, real: str) -> None:
    meta = f"<meta charset='{declared}'>" if declared else ""
    page = decode_page((meta + TEXT).encode(real))
    assert (page.text, page.damaged) == (meta + TEXT, 0)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_mark_at_the_start_beats_a_declaration(encoding: str) -> None:
    assert decode_page(("<meta charset=gbk>" + TEXT).encode(encoding)).text.endswith(TEXT)


def test_the_envelope_is_asked_first() -> None:
    assert decode_page(TEXT.encode("big5hkscs", "ignore"), "big5").encoding == "big5hkscs"


def test_few_damaged_characters_are_borne_with_and_many_are_not() -> None:
    page = decode_page((TEXT * 20).encode("gbk") + b"\xb1<br>" + TEXT.encode("gbk"))
    assert (page.damaged, page.encoding) == (1, "gb18030")
    with pytest.raises(ReadError):
        decode_page((TEXT.encode("gbk") + b"\xff") * 20)
