"""What ends a command from outside: told to stop, or its terminal gone, it ends as at Ctrl-C and says what is left."""

import signal
from types import FrameType

_LIKE_CTRL_C = ("SIGTERM", "SIGHUP")


def interrupt_when_told_to_stop() -> None:
    """Let every such signal interrupt the command; one that the caller ignores, as nohup does, stays ignored."""
    for name in _LIKE_CTRL_C:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _interrupted)


def let_the_end_be() -> None:
    """From here on nothing interrupts the program: what the command did is done, and its exit code is set."""
    for name in ("SIGINT", *_LIKE_CTRL_C):
        number = getattr(signal, name, None)
        if number is not None:
            signal.signal(number, signal.SIG_IGN)


def _interrupted(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt
