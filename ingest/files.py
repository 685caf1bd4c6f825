"""The files of an import: what a path named in a command stands for, in a stable order."""

import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ingest.manifest_rows import is_manifest
from ingest.there import is_file, is_folder
from parsers.formats.left_behind import left_behind
from parsers.formats.own_outputs import is_own_output
from parsers.formats.package import is_zip

_IGNORED = frozenset({"Thumbs.db", "desktop.ini", "__MACOSX"})
_DATABASE = re.compile(r".+\.db(?:\.audit)?(?:-journal|-wal|-shm)?|.+\.db(?:\.lock|\.holder)")
_BESIDE = (".lock", ".holder")
_MANIFEST, _OWN_OUTPUT = "manifest", "own_output"
_HANDED_OVER = (".csv", ".html", ".htm", ".xlsx")
_HEAD_BYTES = 4096
_NEVER_SAVED_AGAIN = b"\x00\x00\x3f\x00"
"""The time of the parts of a workbook as it was written; other programs state the true one."""


@dataclass(frozen=True, slots=True)
class Found:
    """A file to be read: where it is, and what it is called, relative to the root it was found under."""

    location: Path
    path: str


@dataclass(frozen=True, slots=True)
class _Entry:
    """A file or a folder that a walk meets."""

    location: Path
    path: str
    is_folder: bool


@dataclass(slots=True)
class Walk:
    """What one named path holds, called by its place under a root; complete once `files` was run through.

    `ignored` counts what is no source, by why, and `passed` says where a name told so. `closed` are the folders that
    could not be listed: nothing under them counts as gone. `companions` are names to pass over, those of the database
    itself; `manifest` is the one of the command.
    """

    root: Path
    start: Path
    companions: frozenset[str] = frozenset()
    manifest: Path | None = None
    ignored: Counter[str] = field(default_factory=Counter)
    passed: set[str] = field(default_factory=set)
    closed: list[str] = field(default_factory=list)

    @property
    def prefix(self) -> str:
        """The place of the named path under the root, "" for the root itself."""
        return "/".join(shown(part) for part in self.start.relative_to(self.root).parts)

    def files(self) -> Iterator[Found]:
        """Every file, folder by folder, in the order of their names."""
        if is_folder(self.start):
            yield from self._folder(self.start, self.prefix)
        elif self._lists(self.start):
            self.ignored[_MANIFEST] += 1
        else:
            yield Found(self.start, self.prefix)

    def covers(self, path: str) -> bool:
        """Whether a path would have been met, were there a file."""
        return is_folder(self.start) and within(path, self.prefix) and not any(within(path, c) for c in self.closed)

    def passes(self, path: str) -> bool:
        """Whether a path was passed over by its name, or by that of a folder above it."""
        above = (path[:end] for end, character in enumerate(path) if character == "/")
        return path in self.passed or any(folder in self.passed for folder in above)

    def _folder(self, folder: Path, prefix: str) -> Iterator[Found]:
        """Every file of a folder; however deep they lie, no call waits within another."""
        open_ = [self._entries(folder, prefix)]
        while open_:
            found = next(open_[-1], None)
            if found is None:
                open_.pop()
            elif found.is_folder:
                open_.append(self._entries(found.location, found.path))
            else:
                yield Found(found.location, found.path)

    def _entries(self, folder: Path, prefix: str) -> Iterator["_Entry"]:
        """What stands in a folder and is not passed over."""
        try:
            with os.scandir(folder) as entries:
                named = _by_name(entries)
        except OSError:
            self.closed.append(prefix)
            return
        beside = {entry.name for _, entry in named}
        for name, entry in named:
            path = f"{prefix}/{name}" if prefix else name
            if why := self._why_ignored(entry, beside):
                self.ignored[why] += 1
                if why not in {_MANIFEST, _OWN_OUTPUT}:  # what was imported before this was looked at is no source
                    self.passed.add(path)
                continue
            try:
                inside = entry.is_dir(follow_symlinks=False)
            except OSError:  # a file system that gives names but cannot tell what they are
                self.closed.append(path)
                continue
            yield _Entry(Path(entry.path), path, inside)

    def _why_ignored(self, entry: os.DirEntry[str], beside: set[str]) -> str | None:
        left = left_behind(entry.name)
        if left == "office_lock":
            return left
        if entry.name.startswith(".") or entry.name in _IGNORED:
            return "hidden"
        if left and not _leads_to_folder(entry):
            return left
        of_a_database = _DATABASE.fullmatch(entry.name) or _stands_beside(entry.name, beside)
        if entry.name in self.companions or (of_a_database and not _leads_to_folder(entry)):
            return "database"
        # A linked folder may lead back up; what it holds is read where it really stands.
        if _is_link(entry) and _leads_to_folder(entry):
            return "linked_folder"
        location = Path(entry.path)
        return _MANIFEST if self._lists(location) else _OWN_OUTPUT if _is_handed_over(location) else None

    def _lists(self, location: Path) -> bool:
        """Whether a file says where others come from: the manifest of the command, or one that shows by its heads."""
        if self.manifest is not None and location.name == self.manifest.name and _same(location, self.manifest):
            return True
        return location.suffix.lower() == ".csv" and is_file(location) and is_manifest(location)


def _is_handed_over(location: Path) -> bool:
    """Whether a file is one that jixiao itself has written, as far as a glance at it tells."""
    if not location.name.lower().endswith(_HANDED_OVER) or not is_file(location):
        return False
    try:
        with location.open("rb") as file:
            head = file.read(_HEAD_BYTES)
            if is_zip(head):
                head = head + file.read() if head[10:14] == _NEVER_SAVED_AGAIN else b""
    except OSError:
        return False
    return is_own_output(head)


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False


def _leads_to_folder(entry: os.DirEntry[str]) -> bool:
    """Whether a folder is there, links followed; a loop of links, or what cannot be looked at, leads to none."""
    try:
        return entry.is_dir()
    except OSError:
        return False


def _is_link(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_symlink()
    except OSError:
        return False


def _stands_beside(name: str, beside: set[str]) -> bool:
    """Whether this is what an import leaves beside a database of any name."""
    whole, dot, end = name.rpartition(".")
    return f"{dot}{end}" in _BESIDE and whole in beside


def within(path: str, folder: str) -> bool:
    """Whether a path is that of a folder, or of something in it; "" is the root.

    >>> within("a/b.txt", "a"), within("ab.txt", "a"), within("ab.txt", "")
    (True, False, True)
    """
    return not folder or path == folder or path.startswith(folder + "/")


def _by_name(entries: Iterable[os.DirEntry[str]]) -> list[tuple[str, os.DirEntry[str]]]:
    """The entries of a folder with the names they are called by, in order; no two are called the same."""
    plain: list[os.DirEntry[str]] = []
    odd: list[os.DirEntry[str]] = []
    for entry in entries:
        (plain if _is_utf8(entry.name) else odd).append(entry)
    taken = {entry.name for entry in plain}
    named = [(entry.name, entry) for entry in plain]
    named += [(escaped(e.name) if shown(e.name) in taken else shown(e.name), e) for e in odd]
    return sorted(named, key=lambda pair: pair[0])


def shown(name: str) -> str:
    """A file name as text: one written in GBK by an old archive is decoded, others keep their odd bytes as \\xNN.

    >>> shown(os.fsdecode("绩效.txt".encode("gb18030"))), shown("目标.txt"), shown(os.fsdecode(b"\\xff.txt"))
    ('绩效.txt', '目标.txt', '\\\\xff.txt')
    """
    if _is_utf8(name):
        return name
    try:
        return os.fsencode(name).decode("gb18030")
    except UnicodeDecodeError:
        return escaped(name)


def _is_utf8(name: str) -> bool:
    return not any("\ud800" <= character <= "\udfff" for character in name)


def escaped(name: str) -> str:
    """A file name as text, its bytes that are no UTF-8 kept as \\xNN.

    >>> escaped("目标.txt"), escaped(os.fsdecode(b"\\xff.txt"))
    ('目标.txt', '\\\\xff.txt')
    """
    return os.fsencode(name).decode("utf-8", "backslashreplace")
