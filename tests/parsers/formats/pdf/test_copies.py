"""Letters drawn twice."""

from parsers.formats.lattice import Piece
from parsers.formats.pdf.copies import Seen, are_drawn_twice, is_copy, runs


def line(text: str, x: float, y: float = 0) -> Piece:
    return Piece(text, x, y, x + 10 * len(text), y + 10, 10)


def test_two_letters_of_a_kind_in_one_place_are_drawn_twice_and_beside_each_other_they_are_not() -> None:
    assert are_drawn_twice("达达", [], [line("达", 0), line("达", 0.8, 0.8)].__getitem__)
    assert not are_drawn_twice("人人", [], [line("人", 0), line("人", 10)].__getitem__)


def test_a_text_drawn_again_at_the_end_of_its_page_is_drawn_twice() -> None:
    page = [line("工程验收合格率", 50, 100), line("工程验收合格率", 50, 200), line("工程验收合格率", 50.2, 100.2)]
    assert are_drawn_twice("", page, page.__getitem__)
    assert not are_drawn_twice("", page[:2], page.__getitem__)


def test_a_full_stop_is_no_copy_of_the_one_after_it() -> None:
    stops = [Piece(".", x, 0, x + 2.5, 10, 10) for x in (0, 2.5, 3.4)]
    assert [is_copy(stops[0], stops[1]), is_copy(stops[1], stops[2])] == [False, True]


def test_each_letter_is_read_once() -> None:
    seen = Seen()
    letters = [line("达", 0, 7.9), line("达", 0.8, 8.7), line("标", 0.8, 8.7), line("达", 10)]
    assert [seen.is_new(letter) for letter in letters] == [True, False, True, True]


def test_runs_of_new_letters() -> None:
    assert list(runs([True, True, False, True])) == [(0, 2), (3, 4)]
    assert list(runs([False])) == []
