"""Whether the files that were imported are still where they were, and as they were; if not, what became of them."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from ingest.content import digest_of
from ingest.files import Found, Walk
from ingest.roots import places
from schema.limits import Limits
from schema.read_error import ReadError

_ANY_SIZE = Limits(file_bytes=1 << 62)
"""What was imported under raised limits is hashed, too."""

Words = tuple[str, str]
"""One sentence, in Chinese and in English."""

_CURRENT = "SELECT root_id, path, sha256 FROM current_sources WHERE sha256 IS NOT NULL AND status <> 'vanished'"


def departures(connection: sqlite3.Connection, database: Path) -> Iterator[tuple[int, Words | None]]:
    """Every file hashed again: how many were looked at, and what is no longer as it was, with what to do about it."""
    held: dict[int, dict[str, str]] = defaultdict(dict)
    for root_id, path, digest in connection.execute(_CURRENT):
        held[root_id][path] = digest
    for root in places(connection, database):
        expected = held[root.root_id]
        if expected and not root.folder.is_dir():
            yield len(expected), _no_folder(root.folder, len(expected))
        else:
            there = {found.path: found for found in Walk(root.folder, root.folder).files()}
            yield from _compared(expected, there)


def _compared(expected: Mapping[str, str], there: Mapping[str, Found]) -> Iterator[tuple[int, Words | None]]:
    gone: dict[str, str] = {}
    for path, digest in expected.items():
        if path not in there:
            gone[path] = digest
        else:
            yield 1, _changed(path, digest, _hashed(there[path].location))
    # Only where something is missed need the files that nobody imported be looked at.
    strangers = sorted(there.keys() - expected.keys()) if gone else ()
    at = {_hashed(there[path].location): path for path in reversed(strangers)}
    for path, digest in gone.items():
        yield 1, _moved(path, at[digest]) if digest in at else _gone(path)


def _hashed(location: Path) -> str | None:
    try:
        return digest_of(location, _ANY_SIZE)[0]
    except ReadError:
        return None


def _changed(path: str, then: str, now: str | None) -> Words | None:
    if now == then:
        return None
    if now is None:
        return (
            f"{path}：现在无法读取；请检查权限",
            f"{path}: cannot be read now; check its permissions",
        )
    were = f"sha256 {then[:12]}… → {now[:12]}…"
    return (
        f"{path}：内容已变（{were}）；如已更正，请用 import --verify 重新导入其文件夹，旧值留存",
        f"{path}: its content changed ({were}); import its folder with --verify if it was corrected",
    )


def _moved(path: str, to: str) -> Words:
    return (
        f"{path}：已移到或改名为 {to}；请重新导入其文件夹",
        f"{path}: moved to, or now called, {to}; import its folder again",
    )


def _gone(path: str) -> Words:
    return (
        f"{path}：已不在；请放回原处，如有意删除则重新导入其文件夹，库中即注明",
        f"{path}: no longer there; put it back, or, if it was removed on purpose, import its folder again to note that",
    )


def _no_folder(folder: Path, files: int) -> Words:
    return (
        f"{folder}：文件夹已不在（其中 {files} 个文件）；请移回原处，或与数据库文件一起移动",
        f"{folder}: the folder is no longer there ({files} files); move it back, or move it together with the database",
    )
