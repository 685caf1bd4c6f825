"""Seals and watermarks that stand level."""

import pytest

from parsers.formats.lattice.marks import Colour, Piece, Rule, Sheet
from parsers.formats.lattice.stamps import stamps

BLACK, RED, GREY, WHITE = (0, 0, 0), (230, 0, 18), (230, 230, 230), (255, 255, 255)


def line(text: str, x: float, y: float, size: float = 10) -> Piece:
    return Piece(text, x, y, x + size * len(text), y + size, size)


def stamped(drawn: list[tuple[Piece, Colour]], *grounds: Rule) -> list[str]:
    """What is told to be stamped on a page."""
    colours = dict(drawn)
    sheet = Sheet(1, 595, 842, list(colours), grounds=grounds, colour=colours.__getitem__)
    found = stamps(sheet)
    return [piece.text for piece in colours if piece in found]


TABLE = [
    (line(text, 50 + 100 * at, y), BLACK) for y in (100, 120, 140) for at, text in enumerate(("投诉率", "≤1%", "0.3%"))
]


def test_the_lines_of_a_seal_are_told_by_one_that_lies_on_a_text() -> None:
    seal = [(line("某市财政局", 60, 124, 11), RED), (line("审核专用章", 60, 134.5, 11), RED)]
    assert stamped([*TABLE, *seal]) == ["某市财政局", "审核专用章"]


def test_a_watermark_is_told_wherever_it_is_repeated() -> None:
    marks = [(line("政府信息公开", x, y, 12), GREY) for x in (20, 300) for y in (99, 190)]
    assert stamped([*marks, *TABLE]) == ["政府信息公开"] * 4


def test_words_within_a_ring_of_letters_are_of_the_seal() -> None:
    ring = [
        (line(letter, x, y)._replace(turned=True, slanted=True), RED)
        for letter, x, y in (("青", 300, 160), ("山", 340, 110), ("区", 380, 160))
    ]
    assert stamped([*TABLE, *ring, (line("专用章", 330, 162, 9), RED)]) == ["专用章"]


@pytest.mark.parametrize("colour", [RED, GREY])
def test_coloured_text_that_lies_on_nothing_is_text(colour: Colour) -> None:
    assert stamped([*TABLE, (line("较上年下降", 50, 160), colour)]) == []


def test_a_red_text_too_long_for_its_cell_is_text() -> None:
    assert stamped([*TABLE, (line("整改后较上年下降", 20, 100), RED)]) == []


def test_what_is_white_on_white_is_told_and_white_on_a_ground_is_not() -> None:
    white = [(line("严禁外传", 52, 101), WHITE), (line("≥99%", 400, 300), WHITE), (line("指标", 60, 60), WHITE)]
    assert stamped([*TABLE, *white], Rule(50, 55, 400, 75)) == ["严禁外传", "≥99%"]


def test_a_page_all_in_one_colour_has_no_stamp() -> None:
    assert stamped([(piece, RED) for piece, _ in TABLE] + [(line("投诉率", 55, 104), RED)]) == []
