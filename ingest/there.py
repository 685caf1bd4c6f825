"""What is at a path: no file system that cannot tell, or that tells of a loop of links, ends a command."""

import errno
import stat
from pathlib import Path

_NOTHING = {errno.ENOENT, errno.ENOTDIR}


def is_folder(path: Path) -> bool:
    """Whether a folder, or a link to one, is there.

    >>> is_folder(Path("/")), is_folder(Path("/" + "a" * 5000))
    (True, False)
    """
    return stat.S_ISDIR(_mode(path))


def is_file(path: Path) -> bool:
    """Whether a regular file, or a link to one, is there."""
    return stat.S_ISREG(_mode(path))


def exists(path: Path) -> bool:
    """Whether anything is there, links followed."""
    return _mode(path) != 0


def is_gone(path: Path) -> bool:
    """Whether the system says that nothing is there; one that cannot tell says nothing of the kind.

    >>> is_gone(Path("/no/such")), is_gone(Path("/" + "a" * 5000))
    (True, False)
    """
    try:
        path.lstat()
    except OSError as error:
        return error.errno in _NOTHING
    return False


def _mode(path: Path) -> int:
    try:
        return path.stat().st_mode
    except (OSError, ValueError):  # a NUL in a name
        return 0
