"""A worker over whose files everything goes wrong: `python -m tests.ingest.faulty_worker DESCRIPTOR`.

A text that begins with `!fault NAME` does what FAULTS says; any other is read as `tests.ingest.plain_reader` does.
"""

import ctypes
import os
import signal
import time
from collections.abc import Callable

from ingest.outcome import Outcome
from ingest.said import Said
from ingest.worker import main
from schema.limits import Limits
from tests.ingest.plain_reader import PlainReader

MARK = b"!fault "


def hang() -> None:
    """Hang in C, the interpreter locked."""
    ctypes.PyDLL(None).sleep(3600)


def hang_ignoring() -> None:
    """Hang, deaf to whoever asks it to end."""
    for wish in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGALRM):
        signal.signal(wish, signal.SIG_IGN)
    while True:
        time.sleep(1)


def spin() -> None:
    """Use the processor without end."""
    while True:
        pass


def memory() -> None:
    """Ask for more and more memory."""
    kept = []
    while True:
        kept.append(bytearray(1 << 20))


def memory_in_c() -> None:
    """Fill memory from C until there is none, and never look whether there was."""
    malloc, memset = ctypes.CDLL(None).malloc, ctypes.CDLL(None).memset
    malloc.restype, malloc.argtypes, memset.argtypes = (
        ctypes.c_void_p,
        [ctypes.c_size_t],
        [ctypes.c_void_p, ctypes.c_int, ctypes.c_size_t],
    )
    while True:
        memset(malloc(1 << 22), 1, 1 << 22)


def segfault() -> None:
    """Read where nothing is."""
    ctypes.string_at(0)


def leave() -> None:
    """Leave without a word."""
    os._exit(3)


def leave_well() -> None:
    """Leave as if all were well."""
    os._exit(0)


def hang_up() -> None:
    """Close every descriptor and stay."""
    os.closerange(0, 100)
    time.sleep(3600)


def taken() -> None:
    """Be ended by the system."""
    os.kill(os.getpid(), signal.SIGKILL)


def flood() -> None:
    """Write to standard output without end."""
    while True:
        os.write(1, b"x" * (1 << 16))


def raised() -> None:
    """Raise what no reader may."""
    raise ZeroDivisionError


FAULTS: dict[str, Callable[[], None]] = {
    fault.__name__: fault
    for fault in (
        hang,
        hang_ignoring,
        spin,
        memory,
        memory_in_c,
        segfault,
        leave,
        leave_well,
        hang_up,
        taken,
        flood,
        raised,
    )
}


class FaultyReader(PlainReader):
    """Plain, but for the faults."""

    def read(self, content: bytes, path: str, said: Said) -> Outcome:
        if content.startswith(MARK):
            name = content.removeprefix(MARK).split()[0].decode()
            if name == "too_much":
                content = "多 / 说明 / ".encode() + b"x" * 3_000_000
            else:
                FAULTS[name]()
        return super().read(content, path, said)


def made(_limits: Limits) -> FaultyReader:
    return FaultyReader()


if __name__ == "__main__":
    main(made)
