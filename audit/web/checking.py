"""The rules, put to the database in the background: pages go on while they run."""

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock, Thread

from ingest.exits import CommandError


@dataclass(slots=True)
class Running:
    """At most one run at a time; `trouble` is why the last one ended badly, a sentence or the kind of a defect."""

    trouble: CommandError | Exception | None = None
    _thread: Thread | None = None
    _lock: Lock = field(default_factory=Lock)

    @property
    def now(self) -> bool:
        """Whether one is going on."""
        return self._thread is not None and self._thread.is_alive()

    def start(self, work: Callable[[], object]) -> bool:
        """Start one; False where one is going on."""
        with self._lock:
            if self.now:
                return False
            self._thread = Thread(target=self._carry_out, args=[work], name="rules", daemon=True)
            self._thread.start()
            return True

    def wait(self, seconds: float) -> None:
        """Wait until it has ended, or so many seconds."""
        if self._thread is not None:
            self._thread.join(seconds)

    def _carry_out(self, work: Callable[[], object]) -> None:
        self.trouble = None
        try:
            work()
        except CommandError as error:
            self.trouble = error
        except Exception as error:
            self.trouble = error  # the page says that it was a defect; the terminal has the traceback
            raise
