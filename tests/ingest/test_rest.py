"""Rest: not before the last change is long enough ago, heard of or seen."""

from pathlib import Path

from ingest.rest import AT_MOST_SECONDS, Rest


class Clock:
    """A clock that is set."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_nothing_is_waited_for_where_nothing_changed() -> None:
    assert not Rest(5, Clock()).is_come


def test_each_change_of_the_same_file_begins_the_wait_anew(tmp_path: Path) -> None:
    clock, file = Clock(), tmp_path / "a.txt"
    rest = Rest(5, clock)
    for clock.now in (0.0, 3.0, 6.0, 9.0):
        file.write_text("x" * int(clock.now))
        rest.heard([file])
        assert not rest.is_come
    clock.now = 13.9
    rest.heard([])
    assert not rest.is_come
    clock.now = 14.0
    assert rest.is_come


def test_a_file_that_grows_unheard_is_seen(tmp_path: Path) -> None:
    clock, file = Clock(), tmp_path / "a.txt"
    file.write_text("x")
    rest = Rest(5, clock)
    rest.heard([file])
    file.write_text("xx")
    clock.now = 5.0
    at_first = rest.is_come
    clock.now = 10.0
    assert (at_first, rest.is_come) == (False, True)
    file.unlink()


def test_what_never_rests_is_imported_at_last(tmp_path: Path) -> None:
    clock = Clock()
    rest = Rest(5, clock)
    while clock.now < AT_MOST_SECONDS:
        rest.heard([tmp_path / "a.txt"])
        assert not rest.is_come
        clock.now += 4
    assert rest.is_come
