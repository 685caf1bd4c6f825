"""A file that appears whole or not at all, and whose troubles are told in one sentence."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ingest.exits import CommandError, Exit


@contextmanager
def written(path: Path) -> Iterator[Path]:
    """A path beside the one that is meant, which takes its place at the end; raises `CommandError`."""
    part = path.with_name(path.name + ".part")
    try:
        yield part
        part.replace(path)
    except OSError as error:
        raise CommandError(
            Exit.STORAGE,
            zh=f"无法写入 {path}（{error.strerror or error}）；请检查空间和权限",
            en=f"{path} cannot be written ({error.strerror or error}); check space and permissions",
        ) from error
    finally:
        part.unlink(missing_ok=True)
