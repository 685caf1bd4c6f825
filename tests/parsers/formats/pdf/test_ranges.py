"""Page numbers as people write them."""

from parsers.formats.pdf.ranges import ranges


def test_runs_are_named_by_their_ends() -> None:
    assert ranges([1, 2, 3, 7, 9, 10]) == "1-3, 7, 9-10"
    assert ranges([5]) == "5"
    assert ranges([]) == ""
