"""What the file system says of a file, and when it can be trusted."""

import os
from pathlib import Path

from ingest.stamp import Stamp


def test_a_file_is_settled_when_its_last_change_is_older_than_a_clock_tick(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    assert not Stamp.of((tmp_path / "a.txt").stat()).settled
    os.utime(tmp_path / "a.txt", (1_000_000_000, 1_000_000_000))
    assert Stamp.of((tmp_path / "a.txt").stat()).settled


def test_a_stamp_fits_a_column(tmp_path: Path) -> None:
    stat = os.stat_result([0, 2**64 - 1, *[0] * 8], {"st_mtime_ns": 5})
    assert (Stamp.of(stat).inode, Stamp.of(stat).mtime_ns) == (2**63 - 1, 5)
    assert Stamp.of(tmp_path.stat()).size == tmp_path.stat().st_size
