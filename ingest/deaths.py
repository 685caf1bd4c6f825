"""Why a worker died over a file, as the status and the reason that the file gets."""

import signal
import sys

from ingest.child import End
from ingest.outcome import out_of_memory
from schema.limits import MIB, Limits
from schema.read_error import ReadError
from schema.source import Status

_NEARLY = 0.7
"""A worker that held so much of what it may hold died of memory, whatever the library that ran out of it said."""

_OUT_OF_TIME = {-signal.SIGXCPU, -signal.SIGALRM}


def why(end: End, limits: Limits) -> ReadError:
    """The reason of a file over which a worker hung up."""
    if end.code in _OUT_OF_TIME:
        return timeout(limits)
    held = end.usage.ru_maxrss if end.usage.ru_maxrss > end.inherited else 0
    most = held if sys.platform == "darwin" else held * 1024
    # A SIGKILL that we did not send is the system's own, which sends it when memory is short.
    killed = end.code == -signal.SIGKILL and not end.killed
    if killed:
        return out_of_memory()
    # The bound is on address space, of which memory is a part: what it took up at first counts, and what came to it.
    taken = end.loaded + max(0, most - end.resident) if end.loaded else most
    near = max(most, taken) >= _NEARLY * limits.worker_bytes
    return out_of_memory(limits.worker_bytes) if near else crash(end.code)


def timeout(limits: Limits) -> ReadError:
    """The reason of a file that took longer than it may."""
    seconds = limits.wall_seconds
    return ReadError(
        Status.TIMEOUT,
        zh=f"读取超过 {seconds} 秒的上限，已停止；请拆分文件或调高上限后再试",
        en=f"reading took longer than the limit of {seconds} seconds and was stopped; split it or raise the limit",
    )


def crash(code: int) -> ReadError:
    """The reason of a file over which the reader broke down.

    >>> crash(-11).en, crash(3).zh
    ('the reader broke down over it (SIGSEGV); please report the file', '读取程序在此文件上崩溃（3）；请反馈该文件')
    """
    how = signal.Signals(-code).name if code < 0 else str(code)
    return ReadError(
        Status.PARSER_CRASH,
        zh=f"读取程序在此文件上崩溃（{how}）；请反馈该文件",
        en=f"the reader broke down over it ({how}); please report the file",
    )


def flood(limits: Limits) -> ReadError:
    """The reason of a file that gives more rows than the import takes of one."""
    most = limits.answer_bytes / MIB
    return ReadError(
        Status.LIMIT,
        zh=f"读出的内容超过 {most:g} MiB 的上限；请拆分文件或调高上限后再试",
        en=f"what was read exceeds the limit of {most:g} MiB; split it or raise the limit",
    )
