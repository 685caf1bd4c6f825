"""The limits of an import, out of a TOML file that names those that differ."""

import tomllib
from pathlib import Path

from pydantic import ValidationError

from ingest.exits import CommandError, Exit
from schema.limits import Limits


def read_limits(path: Path | None) -> Limits:
    """The limits that a file says, the others as they are; raises `CommandError`."""
    if path is None:
        return Limits()
    try:
        said = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise CommandError(
            Exit.USAGE,
            zh=f"无法读取上限文件 {path}（{error}）；应为 TOML，如 wall_seconds = 300",
            en=f"limits {path} cannot be read ({error}); it is TOML, such as wall_seconds = 300",
        ) from error
    try:
        return Limits.model_validate(said, strict=True)  # `cells = true` is a slip, not 1
    except ValidationError as error:
        wrong = ", ".join(".".join(map(str, problem["loc"])) for problem in error.errors())
        names = ", ".join(Limits.model_fields)
        raise CommandError(
            Exit.USAGE,
            zh=f"上限文件 {path} 中的 {wrong} 不对；可用正整数：{names}",
            en=f"limits {path}: {wrong} cannot be; positive whole numbers are: {names}",
        ) from error
