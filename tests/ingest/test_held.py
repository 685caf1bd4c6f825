"""What is remembered of a file, and when it is enough."""

import os
from dataclasses import replace
from pathlib import Path

from ingest.edition import Editions
from ingest.held import NOTHING_SAID, Held, Said, Stamp
from schema.source import Status

SECOND = 1_000_000_000
STAMP = Stamp(size=3, mtime_ns=10 * SECOND, inode=7)
ONE = Editions("r1", "m1")
HELD = Held(
    source_id=1,
    sha256="aa",
    status=Status.IMPORTED,
    stamp=STAMP,
    settled=True,
    editions=ONE,
    said=NOTHING_SAID,
    rows_from=1,
    rows_sha256="aa",
)


def test_a_file_is_settled_when_its_last_change_is_older_than_a_clock_tick() -> None:
    assert STAMP.settled(13 * SECOND)
    assert not STAMP.settled(11 * SECOND)


def test_equal_stamps_mean_equal_bytes_only_if_settled() -> None:
    assert HELD.same_bytes(STAMP)
    assert not HELD.same_bytes(replace(STAMP, mtime_ns=0))
    assert not replace(HELD, settled=False).same_bytes(STAMP)
    assert not replace(HELD, sha256=None).same_bytes(STAMP)


def test_what_would_be_the_same_again_is_done() -> None:
    assert HELD.done("aa", ONE, NOTHING_SAID)
    assert not HELD.done("bb", ONE, NOTHING_SAID)
    assert not HELD.done("aa", Editions("r1", "m2"), NOTHING_SAID)
    assert not HELD.done("aa", ONE, Said(fiscal_year=2024))
    assert not replace(HELD, status=Status.TIMEOUT).done("aa", ONE, NOTHING_SAID)
    assert replace(HELD, status=Status.CORRUPT).done("aa", ONE, NOTHING_SAID)


def test_a_stamp_fits_a_column(tmp_path: Path) -> None:
    stat = os.stat_result((0, 2**64 - 1, 0, 1, 0, 0, 5, 0, 0, 0))
    assert 0 <= Stamp.of(stat).inode < 2**63
    assert Stamp.of(tmp_path.stat()).size == tmp_path.stat().st_size
