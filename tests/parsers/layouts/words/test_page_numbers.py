"""Numbers of pages."""

import pytest

from parsers.layouts.words.page_numbers import is_page_number


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("- 3 -", True),
        ("第 2 页 共 2 页", True),
        ("Page 3/12", True),
        ("一二", True),
        ("3台", False),
        ("2024年", False),
    ],
)
def test_a_line_that_is_nothing_but_the_number_of_a_page(text: str, *, known: bool) -> None:
    assert is_page_number(text) is known
