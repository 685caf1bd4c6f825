"""Numbers as a person reads them."""

from audit.web.figures import grouped_number, percent, yuan


def test_amounts_are_never_rounded_where_they_are_exact() -> None:
    assert yuan("123456789012345678.01") == "12,345,678,901,234.567801"
    assert yuan("0") == "0"
    assert yuan(15_230_000.0) == "1,523.00"


def test_what_is_not_known_is_a_dash() -> None:
    assert [grouped_number(None), percent(None), yuan(None)] == ["—"] * 3
