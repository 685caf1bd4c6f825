"""What an option takes."""

import click
import pytest

from ingest.options import COUNT, MOST, TEXT


def test_a_count_stays_within_what_can_be_counted() -> None:
    assert COUNT(str(MOST), None, None) == MOST
    for beyond in ("0", str(MOST + 1), "99999999999999999999", "many"):
        with pytest.raises(click.BadParameter):
            COUNT(beyond, None, None)


def test_bytes_that_are_no_text_are_refused() -> None:
    assert TEXT("满意度 \U00020000", None, None) == "满意度 \U00020000"
    with pytest.raises(click.BadParameter, match="no text in UTF-8"):
        TEXT("满意\udcff", None, None)
