"""What stands on a page."""

from parsers.formats.lattice.marks import Piece, Rule, Sheet


def test_a_rule_lies_or_stands() -> None:
    assert Rule(0, 0, 50, 1).lies
    assert not Rule(0, 0, 1, 50).lies


def test_a_sheet_whose_source_places_no_letters_keeps_its_pieces_whole() -> None:
    piece = Piece("绩效", 0, 0, 20, 10, 10)
    sheet = Sheet(1, 100, 100, [piece])
    assert list(sheet.letters(piece)) == [piece]
    assert sheet.clip(piece) is None
    assert piece.box == Rule(0, 0, 20, 10)
