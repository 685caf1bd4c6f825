"""Styles say which paragraph is a heading, what is hidden, which letters are signs."""

from lxml import etree

from parsers.formats.docx.names import RPR, word
from parsers.formats.docx.styles import Styles, font_of
from tests.parsers.formats.docx.wordml import part

STYLES = part(
    "styles",
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="own"><w:basedOn w:val="1"/><w:rPr><w:vanish/><w:rFonts w:ascii="Symbol"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="body"><w:basedOn w:val="own"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr><w:rPr><w:vanish w:val="0"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="loop"><w:basedOn w:val="loop"/></w:style>',
)


def styles() -> Styles:
    """The styles above."""
    return Styles(etree.fromstring(STYLES.encode()))


def test_a_heading_is_one_by_its_style_or_its_own_level() -> None:
    found = styles()
    assert [found.is_heading(key, None) for key in ("1", "own", "body", "a", None, "none")] == [True, True] + [
        False
    ] * 4
    assert found.is_heading("a", "0")
    assert not found.is_heading("1", "9")


def test_a_style_inherits_what_it_does_not_say() -> None:
    own, body = styles().of("own"), styles().of("body")
    assert (own.hidden, own.font, own.list) == (True, "Symbol", "7")
    assert (body.hidden, body.font, body.outline) == (False, "Symbol", 9)


def test_a_style_that_is_its_own_ancestor_says_nothing() -> None:
    assert styles().of("loop") == styles().of("none")


def test_without_styles_nothing_is_said() -> None:
    assert Styles(None).of(None).outline is None


def test_the_font_of_a_run() -> None:
    run = etree.Element(RPR)
    assert font_of(None) is font_of(run) is None
    etree.SubElement(run, word("rFonts"), {word("hAnsi"): "Wingdings"})
    assert font_of(run) == "Wingdings"
