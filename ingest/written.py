"""A file that appears whole or not at all, and whose troubles are told in one sentence."""

import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex

from ingest.exits import CommandError, Exit


@contextmanager
def written(path: Path) -> Iterator[Path]:
    """A path beside the one that is meant, which takes its place at the end; raises `CommandError`.

    A link stays one: what it leads to is written. A pipe or a device takes what is written to it as it comes.
    """
    try:
        if _takes_a_stream(path):
            yield path
            return
        real = Path(os.path.realpath(path))
        # Hidden and called a part, so that no import takes one that was left by a kill for a source.
        part = real.with_name(f".jixiao-{token_hex(8)}.part")
        try:
            yield part
            with suppress(FileNotFoundError):
                shutil.copymode(real, part)
            part.replace(real)
        finally:
            with suppress(OSError):
                part.unlink(missing_ok=True)
    except BrokenPipeError:  # whoever reads it has seen enough
        raise
    except OSError as error:
        raise CommandError(
            Exit.STORAGE,
            zh=f"无法写入 {path}（{error.strerror or error}）；请检查空间和权限",
            en=f"{path} cannot be written ({error.strerror or error}); check space and permissions",
        ) from error


def _takes_a_stream(path: Path) -> bool:
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)
