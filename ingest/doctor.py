"""Whether what jixiao rests on is there: versions, SQLite's features, room on the disk, a worker that starts."""

import os
import re
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from ingest.exits import CommandError
from ingest.said import NOTHING_SAID
from ingest.task import Task
from ingest.workers import Workers
from schema.limits import Limits

_FLOOR = re.compile(r"(?P<name>[A-Za-z0-9._-]+)(?:\[[^]]*\])?(?P<bounds>[^;]*)")
_ROOM = 1 << 30
_SQLITE = (3, 37, 0)
"""STRICT tables came with it."""

_FEATURES = {
    "fts5": "CREATE VIRTUAL TABLE temp.f USING fts5 (words, content='', tokenize='unicode61')",
    "json": "SELECT json_extract('{\"a\": 1}', '$.a')",
    "strict": "CREATE TEMP TABLE s (a TEXT) STRICT",
    "window": "SELECT row_number() OVER ()",
}


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: what it is, what was found, whether that is enough, what to do if not."""

    name: str
    found: str
    well: bool
    zh: str = ""
    en: str = ""


def examine(folder: Path) -> list[Check]:
    """Everything, in order; the disk is the one of a folder."""
    return [_python(), *_libraries(), *_sqlite(), _disk(folder), _worker()]


def _python() -> Check:
    found = ".".join(map(str, sys.version_info[:3]))
    return Check(
        "python", found, sys.version_info >= (3, 11), zh="需要 Python 3.11 或更新版本", en="Python 3.11 is needed"
    )


def _libraries() -> Iterator[Check]:
    for line in requires("jixiao") or ():
        said = _FLOOR.match(line)
        if said is None or "extra ==" in line:
            continue
        floor = next((bound[2:] for bound in said["bounds"].split(",") if bound.strip().startswith(">=")), "0")
        try:
            found = version(said["name"])
        except PackageNotFoundError:
            found = "-"
        yield Check(
            said["name"],
            f"{found} (≥ {floor})",
            numbers(found) >= numbers(floor),
            zh=f"请安装 {said['name']} {floor} 或更新版本：make setup",
            en=f"install {said['name']} {floor} or later: make setup",
        )


def numbers(text: str) -> tuple[int, ...]:
    """A version as numbers that can be compared.

    >>> numbers("0.11.10") > numbers("0.11.9"), numbers("-")
    (True, ())
    """
    return tuple(int(part) for part in re.findall(r"\d+", text))


def _sqlite() -> Iterator[Check]:
    yield Check(
        "sqlite",
        sqlite3.sqlite_version,
        sqlite3.sqlite_version_info >= _SQLITE,
        zh="需要 SQLite 3.37",
        en="SQLite 3.37 is needed",
    )
    connection = sqlite3.connect(":memory:")
    for name, statement in _FEATURES.items():
        found, well = _tried(connection, statement)
        yield Check(
            f"sqlite {name}", found, well,
            zh="此 Python 的 SQLite 缺少该功能；请换用官方 Python",
            en="the SQLite of this Python lacks it; use another build of Python",
        )  # fmt: skip
    connection.close()


def _tried(connection: sqlite3.Connection, statement: str) -> tuple[str, bool]:
    try:
        connection.execute(statement)
    except sqlite3.Error as error:
        return str(error), False
    return "ok", True


def _disk(folder: Path) -> Check:
    free = shutil.disk_usage(folder).free
    writable = os.access(folder, os.W_OK)
    found = f"{free / _ROOM:.1f} GiB, {'rw' if writable else 'ro'}"
    return Check(
        "disk", found, writable and free >= _ROOM,
        zh="数据库所在磁盘应可写并有 1 GiB 空间", en="the disk of the database should be writable with 1 GiB of room",
    )  # fmt: skip


def _worker() -> Check:
    content = "绩效".encode()
    task = Task("probe.txt", NOTHING_SAID, sha256(content).hexdigest(), content=content)
    try:
        with Workers(Limits(), jobs=1) as workers:
            pending = workers.submit(task)
            while pending.answer is None:
                workers.wait()
            found, well = pending.answer.status.value, pending.answer.status.value == "no_tables"
    except CommandError as error:
        found, well = str(error), False
    return Check(
        "worker",
        found,
        well,
        zh="读取进程不能工作；请重新安装",
        en="the process that reads does not work; install again",
    )
