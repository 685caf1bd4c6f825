"""One import at a time on a database; who comes second waits, or learns who holds it."""

import errno
import json
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from ingest.exits import CommandError, Exit
from ingest.there import exists


def companions(database: Path) -> frozenset[str]:
    """The names of a database and of the files that stand beside it: they are never sources.

    >>> sorted(companions(Path("a/demo.db")))[:5]
    ['demo.db', 'demo.db-journal', 'demo.db-shm', 'demo.db-wal', 'demo.db.audit']
    """
    logs = ("", "-journal", "-shm", "-wal")
    ends = (*logs, *(f".audit{log}" for log in logs), ".holder", ".lock")
    return frozenset(database.name + end for end in ends)


@contextmanager
def held(database: Path, *, wait: bool) -> Iterator[None]:
    """The only import on a database while inside; raises `CommandError` with exit code 75 if another one runs."""
    _refuse_unnameable(database)
    lock = FileLock(f"{database}.lock")
    try:
        lock.acquire(timeout=-1 if wait else 0)
    except Timeout:
        if not exists(Path(f"{database}.lock")):  # nobody holds what cannot be made
            raise _closed(database, FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))) from None
        raise _taken(database) from None
    except OSError as error:
        raise _closed(database, error) from error
    holder = _holder(database)
    try:
        try:
            holder.write_text(json.dumps(_ourselves()), encoding="utf-8")
        except OSError as error:
            raise _closed(database, error) from error
        try:
            yield
        finally:
            with suppress(OSError):  # the next import writes over it
                holder.unlink()
    finally:
        lock.release()


def _refuse_unnameable(database: Path) -> None:
    """Stop before anything is written where a file that will stand beside the database can have no name."""
    for name in sorted(companions(database)):
        try:
            database.with_name(name).lstat()
        except OSError as error:
            if error.errno == errno.ENAMETOOLONG:
                raise _closed(database, error) from error


def _closed(database: Path, error: OSError) -> CommandError:
    return CommandError(
        Exit.STORAGE,
        zh=f"无法在 {database} 旁写文件（{error.strerror}）；请检查路径和权限",
        en=f"no file can be written beside {database} ({error.strerror}); check the path and its permissions",
    )


def _holder(database: Path) -> Path:
    return database.with_name(database.name + ".holder")


def _ourselves() -> dict[str, str]:
    return {"pid": str(os.getpid()), "host": socket.gethostname(), "start": datetime.now(UTC).isoformat("T", "seconds")}


def _taken(database: Path) -> CommandError:
    try:
        who = json.loads(_holder(database).read_text(encoding="utf-8"))
    except (OSError, ValueError):  # it is just starting or just ending
        who = {}
    pid, host, start = (str(who.get(word, "?")) for word in ("pid", "host", "start"))
    return CommandError(
        Exit.LOCKED,
        zh=f"另一个导入正在使用 {database}：进程 {pid}，主机 {host}，始于 {start}；请等它结束，或用 --wait 等待",
        en=f"another import is using {database}: process {pid} on {host} since {start}; wait for it, or use --wait",
    )
