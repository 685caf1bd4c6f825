"""The lines of a manifest under the fields that its heads name; nothing in it is passed over in silence."""

import csv
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from io import StringIO
from itertools import zip_longest
from pathlib import Path

from ingest.exits import CommandError, Exit
from normalize.text import fold

_HEADS = Path(__file__).with_name("data") / "manifest.toml"
_BESIDE = "beside"
_ENCODINGS = ("utf-8-sig", "gb18030")
_LONGEST = 4096
"""So long is no line of heads."""
_FIELDS_ZH = "path（路径）、url、published、year、region"
_FIELDS_EN = "path, url, published, year, region"


def rows_of(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Each line that says something, by its number: the value of every field, "" where there is none.

    Raises `CommandError` that names the column or the line where something would be lost.
    """
    text = _decoded(path)
    reader = csv.reader(StringIO(text, newline=""), delimiter=_separator(text.partition("\n")[0]))
    try:
        names = _names(next(reader, []), path)
        for values in reader:
            if any(value.strip() and not name for value, name in zip_longest(values, names[: len(values)])):
                raise _too_many(path, reader.line_num)
            row = dict.fromkeys(_heads().values(), "")
            row.update((name, value.strip()) for name, value in zip(names, values, strict=False) if name)
            if any(value for name, value in row.items() if name != _BESIDE):
                yield reader.line_num, row
    except csv.Error as error:
        raise CommandError(
            Exit.USAGE,
            zh=f"清单 {path} 第 {reader.line_num} 行不是 CSV（{error}）；请改正后再试",
            en=f"manifest {path}, line {reader.line_num} is no CSV ({error}); mend it and try again",
        ) from error


def is_manifest(path: Path) -> bool:
    """Whether a CSV file lists files: its heads are those of a manifest, one for the path and one for what is said."""
    try:
        with path.open("rb") as file:
            first = file.readline(_LONGEST).partition(b"\r")[0]
    except OSError:
        return False
    for encoding in _ENCODINGS:
        try:
            line = first.decode(encoding)
        except UnicodeDecodeError:
            continue
        try:
            heads = next(csv.reader([line], delimiter=_separator(line)), [])
        except csv.Error:
            return False
        names = {_heads().get(fold(head)) for head in heads if head.strip()}
        return "path" in names and None not in names and len(names - {_BESIDE}) > 1
    return False


def _separator(line: str) -> str:
    return max(",\t;", key=line.count)


def _names(heads: list[str], path: Path) -> list[str | None]:
    """The field of each column, None where its head is empty."""
    names = [_heads().get(fold(head)) for head in heads]
    if "path" not in names:
        raise CommandError(
            Exit.USAGE,
            zh=f"清单 {path} 没有“路径”列；首行应有 {_FIELDS_ZH} 中的列名",
            en=f"manifest {path} has no column 'path'; its first line names {_FIELDS_EN}",
        )
    for head, name in zip(heads, names, strict=True):
        if head.strip() and name is None:
            raise CommandError(
                Exit.USAGE,
                zh=f"清单 {path} 的列“{head.strip()}”不认识；列有 {_FIELDS_ZH}，自用的列可名为“备注”",
                en=f"manifest {path}: column '{head.strip()}' is unknown; columns are {_FIELDS_EN}, and 'note' for your"
                " own",
            )
    for name, count in Counter(names).items():
        if count > 1 and name not in {None, _BESIDE}:
            raise CommandError(
                Exit.USAGE,
                zh=f"清单 {path} 有 {count} 列都是 {name}；请只留一列",
                en=f"manifest {path} has {count} columns '{name}'; leave one of them",
            )
    return names


def _too_many(path: Path, line: int) -> CommandError:
    return CommandError(
        Exit.USAGE,
        zh=f"清单 {path} 第 {line} 行的值多于首行的列名；含有逗号的值请放在双引号中",
        en=f"manifest {path}, line {line} has more values than the first line has names; put a value that holds a comma"
        " in double quotes",
    )


@cache
def _heads() -> dict[str, str]:
    fields = tomllib.loads(_HEADS.read_text(encoding="utf-8"))
    return {fold(head): name for name, heads in fields.items() for head in heads}


def _decoded(path: Path) -> str:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise CommandError(
            Exit.USAGE,
            zh=f"无法打开清单 {path}（{error.strerror}）；请检查路径",
            en=f"manifest {path} cannot be opened ({error.strerror}); check the path",
        ) from error
    for encoding in () if b"\0" in content else _ENCODINGS:  # no text holds a NUL, and no path may
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise CommandError(
        Exit.USAGE,
        zh=f"清单 {path} 不是 UTF-8 或 GB18030 文本；请另存为 CSV UTF-8",
        en=f"manifest {path} is no text in UTF-8 or GB 18030; save it as CSV UTF-8",
    )
