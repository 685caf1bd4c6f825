"""Text that was whited out."""

from dataclasses import dataclass, field

from parsers.formats.lattice import Piece, Rule
from parsers.formats.pdf.overpainted import shown_pieces
from parsers.formats.pdf.painting import Fill

WHITE = [Fill(Rule(0, 0, 100, 20), is_white=True, rules=0, grounds=0, texts=1)]


@dataclass
class Drawn:
    """Texts in the order of drawing, each with where it begins and how many letters before it are of the last text."""

    extents: dict[int, Rule] = field(default_factory=dict)
    first: int = 99

    def order(self, piece: Piece) -> int:
        return piece.order if piece.source < self.first else piece.order + 1

    def apart(self, piece: Piece) -> list[Piece]:
        letters = enumerate(piece.text)
        return [
            piece._replace(text=letter, x0=piece.x0 + 10 * at, x1=piece.x0 + 10 * at + 10, source=piece.source + at)
            for at, letter in letters
        ]

    def extent(self, piece: Piece) -> Rule:
        return self.extents.get(self.order(piece), piece.box)


def line(text: str, x: float, order: int) -> Piece:
    return Piece(text, x, 5, x + 10 * len(text), 15, 10, order, source=0)


def test_a_text_that_was_painted_over_is_left_out_and_what_was_written_after_stays() -> None:
    shown, hidden = shown_pieces([line("八个", 10, 0), line("九个", 12, 1), line("旁边", 200, 0)], WHITE, Drawn())
    assert [piece.text for piece in shown] == ["九个", "旁边"]
    assert [piece.text for piece in hidden] == ["八个"]


def test_nothing_is_hidden_by_what_was_painted_first_or_lets_text_through() -> None:
    before = [WHITE[0]._replace(texts=0)]
    assert shown_pieces([line("八个", 10, 0)], before, Drawn()) == ([line("八个", 10, 0)], [])
    assert shown_pieces([line("八个", 10, 0)], WHITE, Drawn(), lambda _: None) == ([line("八个", 10, 0)], [])


def test_a_letter_that_the_old_and_the_new_text_share_stays() -> None:
    drawn = Drawn({1: Rule(10, 5, 40, 15)}, first=3)
    shown, hidden = shown_pieces([line("≥80", 10, 0), line("95", 20, 1)], WHITE, drawn)
    assert [piece.text for piece in shown] == ["≥", "95"]
    assert hidden == [line("≥80", 10, 0)]
