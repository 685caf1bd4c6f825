"""When files that change have come to rest: nothing was heard of them, and none grew, for some time."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic

AT_MOST_SECONDS = 600.0
"""What changes without end is looked at after so long; a file that grows then is told as one that does."""

_Seen = tuple[int, int] | None


@dataclass(slots=True)
class Rest:
    """Changes that are waited out; `settle` seconds without another one are rest.

    A system does not tell of every write (a share, a mapped file), so that each file is looked at, too.
    """

    settle: float
    clock: Callable[[], float] = monotonic
    _files: dict[Path, _Seen] = field(default_factory=dict)
    _first: float | None = None
    _last: float = 0.0

    def heard(self, paths: Iterable[Path]) -> None:
        """Files of which a change was heard just now; none, if time only passed."""
        now = self.clock()
        for path in paths:
            self._files[path] = _seen(path)
            self._last = now
            self._first = now if self._first is None else self._first

    @property
    def is_come(self) -> bool:
        """Whether something had changed, and nothing does any more."""
        now = self.clock()
        if self._first is None:
            return False
        if now - self._first >= AT_MOST_SECONDS:
            return True
        if now - self._last < self.settle:
            return False
        seen = {path: _seen(path) for path in self._files}
        if seen != self._files:
            self._files, self._last = seen, now
            return False
        return True


def _seen(path: Path) -> _Seen:
    """Size and time of a file, null where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns
