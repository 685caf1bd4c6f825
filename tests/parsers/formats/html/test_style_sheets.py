"""The rules of the style sheets in a page."""

from lxml.html import document_fromstring as parsed

from parsers.formats.html.style_sheets import rules


def test_sheets_that_hold_none_of_the_words_are_passed_over() -> None:
    page = parsed("<style>.a{color:red}</style><style>.b{DISPLAY:none}</style><p>甲</p>")
    assert [selector.name for selector, _ in rules(page, "none")] == ["b"]
    assert list(rules(page)) == []
