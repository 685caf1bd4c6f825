"""The files of an import: what a path named in a command stands for, in a stable order."""

import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

_IGNORED = frozenset({"Thumbs.db", "desktop.ini", "__MACOSX"})
_PARTIAL = (".crdownload", ".part", ".partial", ".download", ".tmp", ".td", ".xltd")
"""What browsers and download managers call a file that is not all there; Office calls its own so, too."""

_DATABASE = re.compile(r".+\.db(?:-journal|-wal|-shm|\.lock|\.holder)?")


@dataclass(frozen=True, slots=True)
class Found:
    """A file to be read: where it is, and what it is called, relative to the root it was found under."""

    location: Path
    path: str


@dataclass(slots=True)
class Walk:
    """What one named path holds, called by its place under a root; complete once `files` was run through.

    `ignored` counts what is no source by its name, by why. `closed` are the folders that could not be listed: nothing
    under them counts as gone. `companions` are names to pass over, those of the database itself.
    """

    root: Path
    start: Path
    companions: frozenset[str] = frozenset()
    ignored: Counter[str] = field(default_factory=Counter)
    closed: list[str] = field(default_factory=list)

    @property
    def prefix(self) -> str:
        """The place of the named path under the root, "" for the root itself."""
        return "/".join(shown(part) for part in self.start.relative_to(self.root).parts)

    def files(self) -> Iterator[Found]:
        """Every file, folder by folder, in the order of their names."""
        if self.start.is_dir():
            yield from self._folder(self.start, self.prefix)
        else:
            yield Found(self.start, self.prefix)

    def covers(self, path: str) -> bool:
        """Whether a path would have been met, were there a file."""
        return self.start.is_dir() and _within(path, self.prefix) and not any(_within(path, c) for c in self.closed)

    def _folder(self, folder: Path, prefix: str) -> Iterator[Found]:
        try:
            with os.scandir(folder) as entries:
                named = _by_name(entries)
        except OSError:
            self.closed.append(prefix)
            return
        for name, entry in named:
            path = f"{prefix}/{name}" if prefix else name
            if why := self._why_ignored(entry):
                self.ignored[why] += 1
            elif entry.is_dir(follow_symlinks=False):
                yield from self._folder(Path(entry.path), path)
            else:
                yield Found(Path(entry.path), path)

    def _why_ignored(self, entry: os.DirEntry[str]) -> str | None:
        if entry.name.startswith(("~$", ".~lock.")):
            return "office_lock"
        if entry.name.startswith(".") or entry.name in _IGNORED:
            return "hidden"
        if entry.name.lower().endswith(_PARTIAL) and not entry.is_dir():
            return "partial"
        if entry.name in self.companions or (_DATABASE.fullmatch(entry.name) and not entry.is_dir()):
            return "database"
        # A linked folder may lead back up; what it holds is read where it really stands.
        if entry.is_symlink() and entry.is_dir():
            return "linked_folder"
        return None


def _within(path: str, folder: str) -> bool:
    return not folder or path == folder or path.startswith(folder + "/")


def _by_name(entries: Iterable[os.DirEntry[str]]) -> list[tuple[str, os.DirEntry[str]]]:
    """The entries of a folder with the names they are called by, in order; no two are called the same."""
    plain: list[os.DirEntry[str]] = []
    odd: list[os.DirEntry[str]] = []
    for entry in entries:
        (plain if _is_utf8(entry.name) else odd).append(entry)
    taken = {entry.name for entry in plain}
    named = [(entry.name, entry) for entry in plain]
    named += [(_escaped(e.name) if shown(e.name) in taken else shown(e.name), e) for e in odd]
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
        return _escaped(name)


def _is_utf8(name: str) -> bool:
    return not any("\ud800" <= character <= "\udfff" for character in name)


def _escaped(name: str) -> str:
    return os.fsencode(name).decode("utf-8", "backslashreplace")
