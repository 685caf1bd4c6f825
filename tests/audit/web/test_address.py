"""Addresses: the whole state of a page stands in its own."""

from starlette.datastructures import URL

from audit.web.address import address, changed, whole


def test_a_list_is_said_item_by_item() -> None:
    assert address("/a", b=["1", "", "2"], c=0) == "/a?b=1&b=2&c=0"


def test_what_was_said_once_is_not_said_again() -> None:
    assert changed(URL("http://x/a?lang=en&theme=dark&q=%26&is=a&is=b")) == "/a?q=%26&is=a&is=b"


def test_no_number_is_beyond_its_bounds() -> None:
    said = {"a": "-1", "b": "٣", "c": "9" * 50, "d": "7"}
    assert [whole(said, name, 5, 100) for name in "abcd"] == [5, 5, 5, 7]
