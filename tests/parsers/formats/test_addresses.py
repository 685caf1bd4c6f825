"""Names of cells."""

from parsers.formats.addresses import addresses, letters


def test_cells_past_a_dozen_are_not_named() -> None:
    assert addresses((row, 1) for row in range(1, 20)).endswith("A12, …")


def test_names_of_columns() -> None:
    assert [letters(column) for column in (26, 27, 702, 703)] == ["Z", "AA", "ZZ", "AAA"]
