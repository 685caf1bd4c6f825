"""What an option takes."""

import click
import pytest

from ingest.options import COUNT, MOST


def test_a_count_stays_within_what_can_be_counted() -> None:
    assert COUNT(str(MOST), None, None) == MOST
    for beyond in ("0", str(MOST + 1), "99999999999999999999", "many"):
        with pytest.raises(click.BadParameter):
            COUNT(beyond, None, None)
