"""Levels of a list count inside each other."""

from parsers.formats.counting import Counter, Level


def test_a_level_below_starts_anew_unless_it_says_otherwise() -> None:
    levels = {0: Level(shown="%1"), 1: Level(shown="%1.%2"), 2: Level(shown="%3", restarts=0)}
    counter = Counter(levels)
    assert [counter.next(level) for level in (0, 1, 2, 1, 2, 0, 1, 2)] == ["1", "1.1", "1", "1.2", "2", "2", "2.1", "3"]


def test_a_level_may_show_those_above_in_digits() -> None:
    counter = Counter({0: Level(style="chineseCounting", shown="%1"), 1: Level(shown="%1.%2", legal=True)})
    assert [counter.next(level) for level in (0, 1)] == ["一", "1.1"]


def test_a_level_above_that_never_counted_shows_its_start() -> None:
    assert Counter({0: Level(start=3, shown="%1"), 1: Level(shown="%1-%2-%9")}).next(1) == "3-1-"


def test_bullets_and_unknown_levels_show_nothing() -> None:
    counter = Counter({0: Level(style="bullet", shown="·"), 1: Level(style="none", shown="a")})
    assert [counter.next(level) for level in (0, 1, 5)] == ["", "", ""]
