"""What tells an unchanged file without reading it."""

import os
from dataclasses import dataclass, field
from time import time_ns

_TICK_NS = 2_000_000_000
_INTEGER = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Stamp:
    """What the file system says of a file; equal stamps mean equal bytes, if the one remembered is settled.

    It is settled if, when it was taken, the file's last change was longer ago than a clock of a file system ticks: a
    later change must show then.
    """

    size: int
    mtime_ns: int
    inode: int
    settled: bool = field(compare=False)

    @classmethod
    def of(cls, stat: os.stat_result) -> "Stamp":
        """The stamp in a stat that was taken just now."""
        settled = stat.st_mtime_ns < time_ns() - _TICK_NS
        return cls(stat.st_size, stat.st_mtime_ns, stat.st_ino & _INTEGER, settled)
