"""One worker process as its import holds it: started, asked, heard, and ended whatever it does."""

import os
import resource
import signal
import socket
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep

from ingest.channel import Inbox, Message, send
from schema.limits import Limits

_PIECE = 1 << 20
_START_SECONDS = 60


@dataclass(frozen=True, slots=True)
class End:
    """How a process ended: its exit code, negative for a signal, what it used, and whether we had to end it.

    `inherited` is what we held at most when it was started: the system counts that as its own until it holds more.
    `loaded` is the address space it took up before it read anything, in bytes, and `resident` what of it was memory.
    """

    code: int
    usage: resource.struct_rusage
    killed: bool
    inherited: int = 0
    loaded: int = 0
    resident: int = 0


class Child:
    """A worker process and the socket that leads to it; it is `ready` once it has loaded what it reads with."""

    def __init__(self, limits: Limits, entry: str) -> None:
        ours, theirs = socket.socketpair()
        self._inherited = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603 - this very interpreter, and our own module
                [sys.executable, "-P", "-m", entry, str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,  # a library that talks without end talks to nobody
                stderr=subprocess.DEVNULL,
                start_new_session=True,  # Ctrl-C is for the import to answer
            )
        self.channel = ours
        self.ready = False
        self.served = 0
        self.loaded, self.resident = 0, 0
        self.deadline = monotonic() + _START_SECONDS
        self._limits = limits
        self._inbox = Inbox(limits.answer_bytes)
        with suppress(BrokenPipeError, ConnectionResetError):  # it is gone already, and its channel says so
            send(ours, Message(limits.model_dump()))
        ours.settimeout(0)

    @property
    def pid(self) -> int:
        """The process."""
        return self._process.pid

    def measure(self) -> None:
        """Note what it takes up before it reads anything, where the system tells."""
        try:
            pages = Path(f"/proc/{self.pid}/statm").read_text(encoding="ascii").split()
            self.loaded, self.resident = (int(count) * resource.getpagesize() for count in pages[:2])
        except (OSError, ValueError):  # another system, or it is gone
            return

    def ask(self, task: Message, descriptor: int | None) -> None:
        """Hand over a task, with the file that is to be read; raises `OSError` if nobody is there."""
        self.channel.settimeout(_START_SECONDS)
        send(self.channel, task, descriptor)
        self.channel.settimeout(0)
        self.deadline = monotonic() + self._limits.wall_seconds

    def hear(self) -> tuple[list[Message], bool]:
        """What has arrived, whole messages only, and whether the worker is still there; raises `TooLongError`."""
        heard: list[Message] = []
        while not heard:
            try:
                piece = self.channel.recv(_PIECE)
            except BlockingIOError:
                return heard, True
            except ConnectionResetError:
                return heard, False
            if not piece:
                return heard, False
            if message := self._inbox.take(piece):
                heard.append(message)
        return heard, True

    def end(self, *, patience: float = 0) -> End:
        """Wait so long for it to end by itself, then end it, whatever it is at; say how it ended."""
        self.channel.close()
        last = monotonic() + patience
        while not (found := os.wait4(self.pid, os.WNOHANG))[0] and monotonic() < last:
            sleep(0.005)
        killed = False
        if not found[0]:
            os.kill(self.pid, signal.SIGKILL)
            found = os.wait4(self.pid, 0)
            killed = os.WIFSIGNALED(found[1])  # it may have left by itself just before
        self._process.returncode = os.waitstatus_to_exitcode(found[1])
        return End(self._process.returncode, found[2], killed, self._inherited, self.loaded, self.resident)
