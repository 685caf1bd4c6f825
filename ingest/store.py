"""The database of record: brought up to date, written in whole transactions, its troubles told to people."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

from sqlite_utils import Database

from ingest.exits import CommandError, Exit
from ingest.migrations import SET, names, steps
from ingest.there import exists, is_file

_BUSY_SECONDS = 30
_PAGE_BYTES = 16_384
"""Rows are long, a thousand bytes an indicator: pages four times as large as usual are written and read faster."""
_CACHE_KIB = 65_536
"""Keys are hashes, so that a row may change any page of an index: all that one transaction changes has room here."""
_LOG_BYTES = 32 * 1024 * 1024
_STORAGE = {
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_PERM,
}
_LOCKED = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}


class Store:
    """An open database that is written to; made by `opened`."""

    def __init__(self, connection: sqlite3.Connection, path: Path, *, file: Path | None = None) -> None:
        self.connection = connection
        self.path = path
        self._file = file or path
        self._was = _identity(self._file)
        self._before = connection.total_changes

    @property
    def written(self) -> int:
        """How many rows were written since it was opened."""
        return self.connection.total_changes - self._before

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Everything inside happens, or nothing does; the lock is taken at once, so that no reading turns stale.

        One within another is part of it.
        """
        if self.connection.in_transaction:
            yield
            return
        self.refuse_lost()
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self.connection.rollback()
            raise
        self.connection.execute("COMMIT")

    def refuse_lost(self) -> None:
        """Stop where somebody removed or replaced the file: what is written goes nowhere; raises `CommandError`."""
        if _identity(self._file) != self._was:
            raise CommandError(
                Exit.STORAGE,
                zh=f"数据库 {self.path} 在运行中被删除或替换，已写入的内容没有保存；请恢复它，或再次运行同一命令",
                en=f"database {self.path} was removed or replaced while it was written to; what was written is lost,"
                " put it back, or run the same command again",
            )

    def next_id(self, table: str) -> int:
        """The id that the next row of a table gets; ids are given by the writer, of which there is one."""
        (last,) = self.connection.execute(f"SELECT max(rowid) FROM {table}").fetchone()  # noqa: S608 - our own names
        return int(last or 0) + 1


@contextmanager
def opened(path: Path) -> Iterator[Store]:
    """The database at a path, made if there is none and brought up to the schema of today.

    Raises `CommandError` for whatever SQLite or the disk refuses, here and in the work done inside.
    """
    with troubles_told(path):
        connection = sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None)
        try:
            _prepare(connection, path)
            store = Store(connection, path)
            yield store
            store.refuse_lost()
        finally:
            connection.close()


@contextmanager
def rehearsed(path: Path) -> Iterator[Store]:
    """A copy of the database, gone afterwards: what is written to it changes nothing."""
    with troubles_told(path), TemporaryDirectory() as folder, _room_for_a_copy(folder):
        file = Path(folder) / "copy.db"
        copy = sqlite3.connect(file, timeout=_BUSY_SECONDS, isolation_level=None)
        try:
            if exists(path):
                with _left_alone(path), closing(read_only(path)) as original:
                    original.backup(copy)
            _prepare(copy, path)
            yield Store(copy, path, file=file)
        finally:
            copy.close()


@contextmanager
def _room_for_a_copy(folder: str) -> Iterator[None]:
    """A disk too full for the copy is no trouble of the database."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF not in {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR}:
            raise
        raise CommandError(
            Exit.STORAGE,
            zh=f"预演用的数据库副本写不下（{folder}，{error}）；请腾出空间，或用 TMPDIR 另指文件夹；数据库未改动",
            en=f"the copy of the database for the rehearsal has no room ({folder}, {error}); free some, or name another"
            " folder as TMPDIR; the database was not changed",
        ) from error


@contextmanager
def _left_alone(path: Path) -> Iterator[None]:
    """Leave no empty log beside a database that had none: who can only read makes one, and cannot take it away.

    A connection that may write does, if it is the last; it has nothing to write.
    """
    log = path.with_name(path.name + "-wal")
    had_one = exists(log)
    try:
        yield
    finally:
        if not had_one and exists(log):
            with suppress(sqlite3.Error), closing(sqlite3.connect(_address(path, "rw"), uri=True)) as connection:
                connection.execute("SELECT count(*) FROM sqlite_master")


def read_only(path: Path) -> sqlite3.Connection:
    """A connection that can only read; raises what `sqlite3` raises."""
    address = _address(path)
    try:
        return _connected(address)
    except sqlite3.OperationalError:
        if path.with_name(path.name + "-wal").exists():
            raise
        # On a medium that cannot be written, SQLite reads a database in WAL mode only if told that nobody writes.
        return _connected(address + "&immutable=1")


def _connected(address: str) -> sqlite3.Connection:
    connection = sqlite3.connect(address, uri=True)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master")
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    refuse_strange(connection, path)
    connection.execute(f"PRAGMA page_size = {_PAGE_BYTES}")  # says nothing to a database that is there
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
    # Moving pages from the log into the database waits for the disk: less often, and more of them at once.
    (page_bytes,) = connection.execute("PRAGMA page_size").fetchone()
    connection.execute(f"PRAGMA wal_autocheckpoint = {_LOG_BYTES // page_bytes}")
    db = Database(connection)
    migrations = steps()
    if migrations.pending(db):
        migrations.apply(db)


def refuse_strange(connection: sqlite3.Connection, path: Path) -> None:
    """Stop at a database of another program, or one whose schema a later jixiao has changed; an empty one is fine."""
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    if not tables:
        return
    if "_sqlite_migrations" not in tables:
        raise CommandError(
            Exit.DATABASE,
            zh=f"{path} 是其他程序的数据库，未改动；请换一个路径",
            en=f"{path} is the database of another program, nothing was changed; name another path",
        )
    applied = connection.execute("SELECT name FROM _sqlite_migrations WHERE migration_set = ?", [SET])
    newer = sorted({name for (name,) in applied} - set(names()))
    if newer:
        raise CommandError(
            Exit.DATABASE,
            zh=f"数据库 {path} 由更新版本的 jixiao 写成（{newer[-1]}），未改动；请升级 jixiao",
            en=f"database {path} was written by a later jixiao ({newer[-1]}), nothing was changed; upgrade jixiao",
        )


@contextmanager
def troubles_told(path: Path) -> Iterator[None]:
    """What SQLite refuses, as a `CommandError` with the exit code that fits."""
    try:
        yield
    except (sqlite3.IntegrityError, sqlite3.ProgrammingError):  # a defect of ours, not of the database
        raise
    except sqlite3.DatabaseError as error:
        raise _told(error, path) from error
    except UnicodeDecodeError as error:  # SQLite quotes what it found, and that is no text
        raise _told(sqlite3.DatabaseError(f"text that is no UTF-8: {error.reason}"), path) from error


def _identity(path: Path) -> tuple[int, int] | None:
    """What tells a file from another of the same name."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def refuse_useless(path: Path) -> None:
    """Stop at a file that cannot be the database, before anything is left beside it; raises `CommandError`.

    One that another program has open is let pass: what it is shows once it is ours.
    """
    _refuse_unwritable(path)
    if not is_file(path) or path.stat().st_size == 0 or exists(path.with_name(path.name + "-wal")):
        return
    with troubles_told(path), closing(_connected(f"{_address(path)}&immutable=1")) as connection:
        refuse_strange(connection, path)


def _refuse_unwritable(path: Path) -> None:
    """Stop at a database that may not be written: SQLite would leave logs beside it that may not be written either."""
    for file in (path, *(path.with_name(path.name + end) for end in ("-wal", "-shm"))):
        if is_file(file) and not os.access(file, os.W_OK):
            raise CommandError(
                Exit.STORAGE,
                zh=f"文件 {file} 只读，数据库未改动；请检查磁盘空间和权限，改为可写后再试",
                en=f"{file} is read-only, the database was not changed; check space and permissions, make it writable",
            )


def _address(path: Path, mode: str = "ro") -> str:
    return f"file:{quote(os.fsencode(os.path.realpath(path)))}?mode={mode}"


def _told(error: sqlite3.DatabaseError, path: Path) -> CommandError:
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    if code in _STORAGE:
        return CommandError(
            Exit.STORAGE,
            zh=f"无法写入数据库 {path}（{error}）；请检查磁盘空间和权限，已完成的文件已保存",
            en=f"database {path} cannot be written ({error}); check space and permissions; finished files are kept",
        )
    if code in _LOCKED:
        return CommandError(
            Exit.LOCKED,
            zh=f"数据库 {path} 正被其他程序占用；请稍后重试",
            en=f"database {path} is in use by another program; try again later",
        )
    return CommandError(
        Exit.DATABASE,
        zh=f"{path} 不是可用的 jixiao 数据库（{error}）；请换一个路径或从备份恢复",
        en=f"{path} is no usable jixiao database ({error}); name another path or restore a backup",
    )
