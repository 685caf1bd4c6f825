"""A part cut to the styles in use says of them what the whole part says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from parsers.formats.docx.style_cuts import needed
from parsers.formats.docx.styles import Styles
from tests.parsers.formats.docx.wordml import part

IDS = ("a", "b", "ab", "1", "")
STYLE = st.builds(
    '<w:style w:type="paragraph"{} w:styleId="{}">{}<w:pPr>{}</w:pPr>{}</w:style>'.format,
    st.sampled_from(["", "", ' w:default="1"', ' w:default="0"']),
    st.sampled_from(IDS),
    st.builds('<w:basedOn w:val="{}"/>'.format, st.sampled_from(IDS)) | st.just(""),
    st.builds('<w:outlineLvl w:val="{}"/>'.format, st.integers(0, 9)) | st.just(""),
    st.sampled_from(["", "<w:rPr><w:vanish/></w:rPr>", '<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr>']),
)


@given(styles=st.lists(STYLE, max_size=6), used=st.sets(st.sampled_from(("a", "b", "ab", "none", "1"))))
def test_the_cut_says_what_the_whole_says(styles: list[str], used: set[str]) -> None:
    whole = part("styles", "<w:docDefaults/><w:latentStyles/>" + "".join(styles)).encode()
    cut = needed(whole, used)
    assert len(cut) <= len(whole)
    said, expected = Styles(etree.fromstring(cut)), Styles(etree.fromstring(whole))
    for key in (*used, None):
        assert said.of(key) == expected.of(key)


@pytest.mark.parametrize(
    "odd",
    [
        '<w:style w:styleId="a"/>',
        '<w:style w:styleId="a"><w:style w:styleId="b"></w:style></w:style>',
        '<w:style w:styleId="a"></w:style><w:latentStyles/>',
        '<w:style w:styleId="&#97;"></w:style>',
        '<w:style w:styleId="a&amp;b"></w:style>',
        '<!-- <w:style w:styleId="a"></w:style> -->',
    ],
)
def test_a_part_of_another_kind_is_kept_whole(odd: str) -> None:
    whole = part("styles", odd).encode()
    assert needed(whole, {"a"}) == whole


def test_styles_that_nobody_uses_are_left_out() -> None:
    whole = part("styles", '<w:style w:styleId="a"></w:style><w:style w:styleId="b"></w:style>').encode()
    assert needed(whole, {"b"}).count(b"<w:style ") == 1
