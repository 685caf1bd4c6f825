"""Lines drawn for letters."""

import pytest

from parsers.formats.lattice.edges import edges
from parsers.formats.lattice.letter_lines import drawn_signs, struck_texts
from parsers.formats.lattice.marks import Piece, Rule, Sheet

WORDS = [Piece("≥55个", 10, 10, 40, 20, 10), Piece("6期", 45, 10, 60, 20, 10)]


def letters(piece: Piece) -> list[Piece]:
    wide = (piece.x1 - piece.x0) / len(piece.text)
    return [
        piece._replace(text=letter, x0=piece.x0 + at * wide, x1=piece.x0 + (at + 1) * wide)
        for at, letter in enumerate(piece.text)
    ]


def struck(*rules: Rule) -> tuple[str, ...]:
    return struck_texts(Sheet(1, 100, 100, WORDS, rules, letters=letters), *edges(rules))


def test_a_line_through_the_middle_of_letters_strikes_them() -> None:
    assert struck(Rule(10, 14.8, 40, 15.3)) == ("≥55个",)
    assert struck(Rule(10, 15.8, 60, 16.2)) == ("≥55个6期",)
    assert struck(Rule(17, 15, 33, 15.5)) == ("55",)


@pytest.mark.parametrize(
    "rules",
    [
        [Rule(10, 20.5, 40, 21)],  # an underline
        [Rule(0, 15, 90, 15.5)],  # a line of a table that runs on
        [Rule(9, 15, 61, 15.5), Rule(9, 0, 9.3, 40)],  # one that meets a wall
        [Rule(10, 12, 40, 17)],  # a ground
    ],
)
def test_other_lines_strike_nothing(rules: list[Rule]) -> None:
    assert struck(*rules) == ()


SIGN = [Piece(">8个", 10, 10, 28, 20, 10), Piece("5个", 50, 10, 65, 20, 10)]


def underlined(*rules: Rule) -> tuple[str, ...]:
    return drawn_signs(Sheet(1, 100, 100, SIGN, rules, letters=letters))


def test_a_line_below_a_sign_alone_may_make_another_sign_of_it() -> None:
    assert underlined(Rule(10, 19.5, 16, 20)) == (">8个",)


@pytest.mark.parametrize(
    "rule", [Rule(10, 19.5, 28, 20), Rule(50, 19.5, 55, 20), Rule(0, 25, 100, 25.5), Rule(10, 14.8, 16, 15.2)]
)
def test_other_lines_make_no_sign(rule: Rule) -> None:
    assert underlined(rule) == ()
