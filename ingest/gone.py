"""What is no longer where it was: marked as vanished where the command named it or a folder above it, and said."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from ingest.edition import Editions
from ingest.files import Found, Walk, shown, within
from ingest.held import Held
from ingest.recorder import Recorder
from ingest.report import Remark
from ingest.roots import Root, known, real
from ingest.scopes import Memory, Scope, memory_of
from ingest.there import exists, is_file, is_folder, is_gone
from schema.read_error import ReadError
from schema.source import Status


@dataclass(frozen=True, slots=True)
class Gone:
    """Marks what is gone; `paths` are the files that were marked."""

    recorder: Recorder
    editions: Editions
    paths: list[str] = field(default_factory=list)

    def named(self, named: Iterable[Path]) -> set[Path]:
        """Mark what was in named folders that are gone; those folders.

        A file that was named itself is none of them: it is looked for, and cannot be had.
        """
        lost = {path: real(path) for path in named if is_gone(path)}
        if not lost:
            return set()
        store = self.recorder.store
        remembered = [_Remembered.of(root, memory_of(store, root)) for root in known(store)]
        return {path for path, start in lost.items() if any(self._forget(path, start, under) for under in remembered)}

    def _forget(self, path: Path, start: Path, under: "_Remembered") -> bool:
        if not start.is_relative_to(under.folder):
            return False
        place = "/".join(map(shown, start.relative_to(under.folder).parts))
        if place not in under.folders:
            return False
        count = self._mark(under.memory, [held for held in under.memory.held if within(held, place)])
        if count:
            self.recorder.report.remarks.append(_emptied(path, count, zh="现在已不在", en="is gone now"))
        return count > 0

    def under(self, found: Iterable[Scope], listed: Collection[tuple[Scope, Found]]) -> None:
        """Mark what was under named folders and is no longer; say which of the folders are empty."""
        report = self.recorder.report
        there = {(scope.memory.root_id, file.path) for scope, file in listed}
        filled = {(root_id, folder) for root_id, path in there for folder in _folders(path)}
        for scope in found:
            walk, memory = scope.walk, scope.memory
            report.ignored.update(walk.ignored)
            for folder in walk.closed:
                report.refuse(folder or str(walk.start), _closed())
            if not is_folder(walk.start):
                if exists(walk.start):  # a file: where it stands was a folder, if anything is remembered there
                    self._mark(memory, [path for path in memory.held if path.startswith(f"{walk.prefix}/")])
                continue
            missed = [path for path in memory.held if (memory.root_id, path) not in there and walk.covers(path)]
            count = self._mark(memory, [path for path in missed if not _passed_over(walk, path)])
            if walk.closed or (memory.root_id, walk.prefix) in filled:
                continue
            if count:
                report.remarks.append(_emptied(walk.start, count, zh="现在是空的", en="is empty now"))
            else:
                report.hollow.append(str(walk.start))

    def _mark(self, memory: Memory, paths: Iterable[str]) -> int:
        """Mark what was not marked before; how many those were."""
        count = 0
        for path in paths:
            before: Held = memory.held[path]
            if before.status is Status.VANISHED or path in memory.met:
                continue
            memory.met.add(path)
            self.recorder.gone(memory, path, before, self.editions)
            self.paths.append(path)
            count += 1
        return count


@dataclass(frozen=True, slots=True)
class _Remembered:
    """What is remembered under a root, and the folders that it lay in."""

    folder: Path
    memory: Memory
    folders: frozenset[str]

    @classmethod
    def of(cls, root: Root, memory: Memory) -> "_Remembered":
        return cls(root.folder, memory, frozenset({"", *(folder for path in memory.held for folder in _folders(path))}))


def _folders(path: str) -> list[str]:
    """The folders that a path lies in, "" the root.

    >>> _folders("a/b/c.txt")
    ['', 'a', 'a/b']
    """
    return ["", *(path[:end] for end, character in enumerate(path) if character == "/")]


def _passed_over(walk: Walk, path: str) -> bool:
    """Whether a file is still where it was and only its name, or that of a folder above it, is passed over."""
    return walk.passes(path) and is_file(walk.root / path)


def _emptied(folder: Path, count: int, *, zh: str, en: str) -> Remark:
    files = f"{count:,} file{'' if count == 1 else 's'}"
    return Remark(
        zh=f"{folder}：原有文件 {count:,} 个，{zh}，已标为 vanished；如是磁盘或共享未挂载，挂载后再导入一次",
        en=f"{folder}: it held {files} before and {en}; all of it was marked as vanished; if a disk or a share is not"
        " mounted, mount it and import again",
        failed=True,
    )


def _closed() -> ReadError:
    return ReadError(
        Status.UNREADABLE,
        zh="无法列出此文件夹；请检查权限后再试",
        en="this folder cannot be listed; check its permissions",
    )
