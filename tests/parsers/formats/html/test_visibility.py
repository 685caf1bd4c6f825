"""Which elements hide themselves."""

import pytest
from lxml import html

from parsers.formats.html.visibility import hides


@pytest.mark.parametrize(
    ("attributes", "hidden"),
    [
        ("style='display:none'", True),
        ("style='mso-x:1;display: none;mso-hide:all'", True),
        ("style='visibility:collapse'", True),
        ("hidden=''", True),
        ("style='x-display:none'", False),
        ("style='display:block'", False),
        ("aria-hidden=true", False),
        ("", False),
    ],
)
def test_elements_say_whether_they_are_shown(attributes: str, *, hidden: bool) -> None:
    assert hides(html.fragment_fromstring(f"<p {attributes}>甲</p>")) is hidden
