"""Pages from their bytes: what passes for one, what is odd about one, what cannot be read."""

import pytest

from parsers.formats import Request, read
from parsers.formats.html.page import HTML
from schema.catalogue import Code
from schema.limits import Limits
from schema.read_error import ReadError
from schema.source import Status

TABLE = "<table><tr><td>数量指标<td>≥5件</table>"


@pytest.mark.parametrize(
    ("content", "name"),
    [
        ("<html>甲", "a.txt"),
        ("\ufeff <!-- a -->\n<!DOCTYPE HTML PUBLIC>甲", "a"),
        ("<?xml version='1.0'?><!DOCTYPE html><html>甲", "a.doc"),
        (TABLE, "a.txt"),
        ("甲" + TABLE, "a.xls"),
        ("甲" + TABLE, "a.doc"),
        ("<p>甲</p>", "a.htm"),
    ],
)
def test_the_content_is_a_page(content: str, name: str) -> None:
    assert HTML.matches(content.encode(), name)
    for encoding in ("utf-16", "utf-16-le", "utf-16-be", "utf-32"):
        assert HTML.matches(content.encode(encoding), name) or not content.startswith("<")


@pytest.mark.parametrize(
    ("content", "name"),
    [("<p>甲</p>", "a.txt"), ("甲", "a.html"), ("甲<td>", "a.txt"), ("<htmlx>", "a"), ("%PDF-1.7 <html>", "a.html")],
)
def test_the_content_is_no_page(content: str, name: str) -> None:
    assert not HTML.matches(content.encode(), name)


def odd(content: str | bytes, limits: Limits | None = None) -> set[Code]:
    """The codes a page is read with."""
    content = content.encode() if isinstance(content, str) else content
    return {diagnostic.code for diagnostic in HTML.read(content, Request(limits or Limits())).diagnostics}


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("<table><tr><td>甲<b hidden>乙</b></table>", Code.HIDDEN_TEXT),
        ("<p>甲\x02</p>", Code.CONTROL_CHARACTERS),
        (TABLE.removesuffix("</table>"), Code.CUT_OFF),
        (TABLE + "<p cla", Code.CUT_OFF),
        ("<p>a<b</p>", Code.NOT_CONSERVED),
        (("<p>" + "绩效目标表" * 200).encode("gbk") + b"\xb0<p>", Code.UNDECODABLE),
        ("<p>绩效目标表".encode("gbk"), Code.ENCODING_GUESSED),
    ],
)
def test_oddities_are_said(content: str | bytes, code: Code) -> None:
    assert odd(content) == {code}


@pytest.mark.parametrize(
    "content", [TABLE, f"<html><body>{TABLE.removesuffix('</table>')}</body></html>", "<p>a<5</p>"]
)
def test_a_sound_page_is_read_without_a_word(content: str) -> None:
    assert odd(content) == set()


def test_a_loss_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("parsers.formats.html.content.Content._say", lambda *_: None)
    assert Code.NOT_CONSERVED in odd("<title>甲</title><p>乙</p>")


@pytest.mark.parametrize(
    ("content", "limits", "status", "words"),
    [
        ("<html><script>1</script>", Limits(), Status.NO_TABLES, "脚本"),
        ("<html><frameset><frame src=a.htm></frameset>", Limits(), Status.NO_TABLES, "框架"),
        ("<html><img src=a.png>", Limits(), Status.IMAGE_ONLY, "图片"),
        ("<html>" + "<div>" * 3000 + "甲", Limits(), Status.LIMIT, "层"),
        ("<html>" + "<div>" * 80 + "甲", Limits(xml_depth=10), Status.LIMIT, "层"),
        ("<html>甲乙", Limits(characters=1), Status.LIMIT, "字符"),
    ],
)
def test_what_cannot_be_read_is_refused_in_clear_words(
    content: str, limits: Limits, status: Status, words: str
) -> None:
    with pytest.raises(ReadError) as refused:
        read(content.encode(), "a.html", Request(limits))
    assert refused.value.status is status
    assert words in refused.value.zh


def test_a_page_nested_as_deep_as_fonts_that_nobody_closes_is_read_to_its_end() -> None:
    document = HTML.read(("<font>" * 1500 + "<p>甲</p>" + TABLE).encode(), Request())
    assert [block.kind for block in document.blocks] == ["text", "grid"]
    assert len(document.grids[0].cells) == 2


def test_limits_hold_one_under() -> None:
    assert odd("<html>甲乙", Limits(characters=2)) == set()
    assert odd("<html><body>" + "<div>" * 78 + "甲", Limits(xml_depth=10)) == set()
