"""What a command may write to: never its database, what stands beside it, or a file that is read or was imported."""

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from ingest.exits import CommandError, Exit
from ingest.files import Walk, escaped, shown
from ingest.lock import companions
from ingest.roots import places, real
from ingest.stamp import Stamp
from ingest.store import read_only
from ingest.there import is_file
from parsers.formats.own_outputs import is_own_output


@dataclass(frozen=True, slots=True)
class _Kept:
    """Something that is to stay as it is, and what it is called."""

    path: Path
    zh: str
    en: str


def refuse_overwriting(
    outputs: Iterable[Path | None], database: Path, *, read: Iterable[Path | None] = (), sources: Iterable[Path] = ()
) -> None:
    """Stop, before anything is done, at an output that would take the place of something else.

    `read` are the files that the command reads besides, `sources` the files and folders that it imports. Raises
    `CommandError`.
    """
    named = [path for path in outputs if path is not None]
    if not named:
        return
    for one, other in combinations(named, 2):
        if _same(one, other):
            raise refused(other, zh="另一项输出", en="another output of this command")
    kept = [*_of_the_database(database), *_read_besides(read)]
    imported = list(sources)
    for output in named:
        for thing in kept:
            if _same(output, thing.path):
                raise refused(output, zh=thing.zh, en=thing.en)
        if not is_file(output) or _is_own(output):
            continue
        if _imported(output, imported, database):
            raise refused(output, zh="本次要导入的文件", en="a file that this command imports")
        if _held(output, database):
            raise refused(output, zh="数据库中记录的原文件", en="a file that the database holds")


def _of_the_database(database: Path) -> Iterator[_Kept]:
    yield _Kept(database, zh="数据库", en="the database")
    for whole in (database, Path(os.path.realpath(database))):
        for name in sorted(companions(whole) - {whole.name}):
            yield _Kept(whole.with_name(name), zh="数据库旁的文件", en="a file that belongs to the database")


def _read_besides(paths: Iterable[Path | None]) -> Iterator[_Kept]:
    for path in paths:
        if path is not None:
            yield _Kept(path, zh="本命令要读取的文件", en="a file that this command reads")


def _same(one: Path, other: Path) -> bool:
    """Whether two paths are one file, also where there is none yet."""
    if os.path.realpath(one) == os.path.realpath(other):
        return True
    try:
        return is_file(one) and one.samefile(other)
    except OSError:
        return False


def _is_own(output: Path) -> bool:
    """Whether a file was written by us, so that a later one may take its place wherever it lies."""
    try:
        return is_own_output(output.read_bytes())
    except OSError:
        return False


def _imported(output: Path, sources: list[Path], database: Path) -> bool:
    """Whether an import of these files and folders would read the output."""
    there = output.stat()
    for source in sources:
        start = real(source)
        for found in Walk(start, start, companions(database)).files():
            with suppress(OSError):
                if os.path.samestat(found.location.stat(), there):
                    return True
    return False


def _held(output: Path, database: Path) -> bool:
    """Whether the database knows the output as a source: by its place, or as what a linked place leads to."""
    whole = Path(os.path.realpath(output))
    if not is_file(database):
        return False
    try:
        with closing(read_only(database)) as connection:
            for root in places(connection, database):
                if whole.is_relative_to(root.folder):
                    parts = whole.relative_to(root.folder).parts
                    names = {"/".join(map(shown, parts)), "/".join(map(escaped, parts))}
                    if any(_current(connection, root.root_id, name) for name in names):
                        return True
                if any(_same(output, root.folder / path) for path in _with_inode(connection, root.root_id, whole)):
                    return True
    except sqlite3.DatabaseError:  # whoever opens it for the command itself says what is wrong
        return False
    return False


def _current(connection: sqlite3.Connection, root_id: int, path: str) -> bool:
    query = "SELECT 1 FROM sources WHERE root_id = ? AND path = ? AND superseded_by IS NULL AND status <> 'vanished'"
    return connection.execute(query, [root_id, path]).fetchone() is not None


def _with_inode(connection: sqlite3.Connection, root_id: int, output: Path) -> list[str]:
    query = "SELECT path FROM sources WHERE root_id = ? AND inode = ? AND superseded_by IS NULL"
    rows = connection.execute(query, [root_id, Stamp.of(output.stat()).inode])
    return [path for (path,) in rows]


def refused(output: Path, *, zh: str, en: str) -> CommandError:
    """What is said where an output is something that is to stay as it is."""
    return CommandError(
        Exit.USAGE,
        zh=f"{output} 是{zh}，不能写成输出；什么也没有做，请换一个路径",
        en=f"{output} is {en} and cannot be an output; nothing was done, name another path",
    )
