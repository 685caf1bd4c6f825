"""What an option takes."""

from pathlib import Path

import click
import pytest

from ingest.options import COUNT, MOST, NAME, TEXT, YEAR, Place


def test_a_count_stays_within_what_can_be_counted() -> None:
    assert COUNT(str(MOST), None, None) == MOST
    for beyond in ("0", str(MOST + 1), "99999999999999999999", "many"):
        with pytest.raises(click.BadParameter):
            COUNT(beyond, None, None)


def test_bytes_that_are_no_text_are_refused() -> None:
    assert TEXT("满意度 \U00020000", None, None) == "满意度 \U00020000"
    with pytest.raises(click.BadParameter, match="no text in UTF-8"):
        TEXT("满意\udcff", None, None)


def test_years_are_those_of_published_tables() -> None:
    assert [YEAR(year, None, None) for year in ("1950", "2099")] == [1950, 2099]
    for year in ("1949", "2100", "-5", "20245"):
        with pytest.raises(click.BadParameter):
            YEAR(year, None, None)


def test_a_name_says_something() -> None:
    assert NAME("天津市", None, None) == "天津市"
    for nothing in ("", " ", "\u3000"):
        with pytest.raises(click.BadParameter, match="empty"):
            NAME(nothing, None, None)


def test_a_path_that_is_empty_is_not_the_folder_at_hand() -> None:
    assert Place()("a b.txt", None, None) == Path("a b.txt")
    for kind in (Place(), Place(readable=False), Place(dir_okay=False)):
        with pytest.raises(click.BadParameter, match="empty"):
            kind("", None, None)
