"""What is remembered of a file, and when it is enough."""

from dataclasses import replace

from ingest.edition import Editions
from ingest.held import BOUNDED, Held
from ingest.said import NOTHING_SAID, Said
from ingest.stamp import Stamp
from schema.source import Status

SECOND = 1_000_000_000
STAMP = Stamp(size=3, mtime_ns=10 * SECOND, inode=7, settled=True)
ONE = Editions("r1", "m1")
HELD = Held(
    source_id=1,
    sha256="aa",
    status=Status.IMPORTED,
    stamp=STAMP,
    editions=ONE,
    said=NOTHING_SAID,
    rows_from=1,
    rows_sha256="aa",
)


def test_equal_stamps_mean_equal_bytes_only_if_settled() -> None:
    assert HELD.same_bytes(STAMP)
    assert not HELD.same_bytes(replace(STAMP, mtime_ns=0))
    assert not replace(HELD, stamp=replace(STAMP, settled=False)).same_bytes(STAMP)
    assert not replace(HELD, stamp=None).same_bytes(STAMP)
    assert not replace(HELD, sha256=None).same_bytes(STAMP)


def test_what_would_be_the_same_again_is_done() -> None:
    assert HELD.done("aa", ONE, NOTHING_SAID)
    assert not HELD.done("bb", ONE, NOTHING_SAID)
    assert not HELD.done("aa", Editions("r1", "m2"), NOTHING_SAID)
    assert not HELD.done("aa", ONE, Said(fiscal_year=2024))
    assert not replace(HELD, status=Status.TIMEOUT).done("aa", ONE, NOTHING_SAID)
    assert replace(HELD, status=Status.CORRUPT).done("aa", ONE, NOTHING_SAID)


def test_what_a_limit_ended_is_done_under_the_same_limits_alone() -> None:
    for status in BOUNDED:
        ended = replace(HELD, status=status, limits="cells = 5")
        assert ended.done("aa", ONE, NOTHING_SAID, "cells = 5")
        assert not ended.done("aa", ONE, NOTHING_SAID, "cells = 6")
        assert not replace(ended, limits=None).done("aa", ONE, NOTHING_SAID, "cells = 5")
