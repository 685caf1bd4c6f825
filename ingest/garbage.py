"""How often Python looks for objects that only hold each other: a file makes tens of thousands, hardly one such."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_AFTER = 50_000
"""Objects made before they are looked through."""


def leave_loaded() -> None:
    """Search seldom from now on, and never what is loaded by now: it stays as long as the process."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(_AFTER)


@contextmanager
def seldom_searched() -> Iterator[None]:
    """Search seldom inside, and afterwards as before.

    >>> before = gc.get_threshold()
    >>> with seldom_searched():
    ...     gc.get_threshold()[0]
    50000
    >>> gc.get_threshold() == before
    True
    """
    before = gc.get_threshold()
    gc.set_threshold(_AFTER)
    try:
        yield
    finally:
        gc.set_threshold(*before)
