"""What a system tells of changes in folders, and of the folders themselves, which may go and come back."""

import os
from collections.abc import Collection, Generator, Sequence
from contextlib import closing
from pathlib import Path
from time import sleep
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from watchfiles.main import FileChange

_STEP_MS = 50
_TIMEOUT_MS = 100

_Identity = tuple[int, int] | None


def heard(folders: Sequence[Path], own: Collection[str]) -> Generator[list[Path], None, None]:
    """The files of which a change was heard, again and again; none, if time only passed. `own` names are not heard of.

    From the first answer on nothing is missed. What is mounted or unpacked anew in the place of a folder is another
    folder, of which the system tells nothing until it is asked: so it is asked again.
    """
    while True:
        were = [_identity(folder) for folder in folders]
        with closing(_told([f for f, there in zip(folders, were, strict=True) if there], own)) as told:
            for changes in told:
                yield [Path(path) for _change, path in changes]
                if _one_went(changes, folders) or [_identity(folder) for folder in folders] != were:
                    break
        yield list(folders)


def _told(folders: Sequence[Path], own: Collection[str]) -> Generator[set["FileChange"], None, None]:
    from watchfiles import Change, watch  # noqa: PLC0415 - only here

    def is_source(_change: Change, path: str) -> bool:
        return Path(path).name not in own

    try:
        while not folders:
            yield set()
            sleep(_TIMEOUT_MS / 1000)
        yield from watch(
            *folders,
            watch_filter=is_source,
            step=_STEP_MS,
            debounce=_STEP_MS,
            rust_timeout=_TIMEOUT_MS,
            yield_on_timeout=True,
            ignore_permission_denied=True,
        )
    except FileNotFoundError:  # it went before anybody listened
        sleep(_TIMEOUT_MS / 1000)


def _one_went(changes: Collection["FileChange"], folders: Sequence[Path]) -> bool:
    """Whether a folder itself was removed; one made in its place may be called the same by the system."""
    places = {os.path.realpath(folder) for folder in folders}
    return any(change.name == "deleted" and os.path.realpath(path) in places for change, path in changes)


def _identity(folder: Path) -> _Identity:
    try:
        found = folder.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
