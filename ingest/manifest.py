"""A manifest: a CSV file that says of each file where it was published and when, and its year and region."""

import csv
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

from ingest.exits import CommandError, Exit
from ingest.files import shown
from ingest.said import NOTHING_SAID, Said
from normalize.text import fold

_HEADS = Path(__file__).with_name("data") / "manifest.toml"
_DATE = re.compile(r"(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))(?:[ T].*)?")
_MONTH = re.compile(r"(\d{4})[-/.年](0?[1-9]|1[0-2])月?")
_YEAR = re.compile(r"(19[5-9]\d|20\d\d)(?:年度?)?")


@dataclass(frozen=True, slots=True)
class Manifest:
    """What is said of each file, by where it may be; `listed` are the files by the path that was written."""

    places: Mapping[str, Said] = field(default_factory=dict)
    listed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def said_of(self, location: Path) -> Said:
        """What is said of a file."""
        return self.places.get(_text(location), NOTHING_SAID)

    def files(self) -> list[Path]:
        """The listed files that are there, each once."""
        return [Path(next(filter(_there, places), places[0])) for places in self.listed.values()]

    def missing(self) -> Iterator[str]:
        """The listed files that are not there."""
        for written, places in self.listed.items():
            if not any(map(_there, places)):
                yield written


NO_MANIFEST = Manifest()


def read_manifest(path: Path, folders: Iterable[Path] = ()) -> Manifest:
    """A manifest; relative paths in it start where it lies, or else in one of the folders that were named.

    Raises `CommandError` that names the line where it cannot be read.
    """
    rows = _rows(path)
    bases = [path.parent, *(folder for folder in folders if folder.is_dir())]
    places: dict[str, Said] = {}
    listed: dict[str, tuple[str, ...]] = {}
    for line, row in rows:
        written = row["path"].replace("\\", "/").strip()
        if not written:
            continue
        candidates = tuple(_text(Path(base.absolute(), written)) for base in bases)
        there = tuple(filter(_there, candidates))[:1] or candidates
        listed[written] = there
        places.update(dict.fromkeys(there, _said(row, line, path)))
    return Manifest(places, listed)


def _there(place: str) -> bool:
    return Path(place).exists()


def _text(location: Path) -> str:
    """A path as people write it, links on its way followed."""
    return "/".join(shown(part) for part in Path(location.parent.resolve(), location.name).parts).replace("//", "/", 1)


def _rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    lines = _decoded(path).splitlines()
    separator = max(",\t;", key=(lines or [""])[0].count)
    reader = csv.reader(lines, delimiter=separator)
    names = [_field(head) for head in next(reader, [])]
    if "path" not in names:
        raise CommandError(
            Exit.USAGE,
            zh=f"清单 {path} 没有“路径”列；首行应有 path（路径）、url、published、year、region 中的列名",
            en=f"manifest {path} has no column 'path'; its first line names path, url, published, year, region",
        )
    for values in reader:
        row = dict.fromkeys(_heads().values(), "")
        row.update((name, value.strip()) for name, value in zip(names, values, strict=False) if name)
        yield reader.line_num, row


def _decoded(path: Path) -> str:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise CommandError(
            Exit.USAGE,
            zh=f"无法打开清单 {path}（{error.strerror}）；请检查路径",
            en=f"manifest {path} cannot be opened ({error.strerror}); check the path",
        ) from error
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise CommandError(
        Exit.USAGE,
        zh=f"清单 {path} 不是 UTF-8 或 GB18030 文本；请另存为 CSV UTF-8",
        en=f"manifest {path} is no text in UTF-8 or GB 18030; save it as CSV UTF-8",
    )


@cache
def _heads() -> dict[str, str]:
    fields = tomllib.loads(_HEADS.read_text(encoding="utf-8"))
    return {fold(head): name for name, heads in fields.items() for head in heads}


def _field(head: str) -> str | None:
    return _heads().get(fold(head))


def _said(row: Mapping[str, str], line: int, path: Path) -> Said:
    year, published = _YEAR.fullmatch(row["year"]), iso_date(row["published"])
    if row["year"] and year is None:
        raise _unreadable(path, line, row["year"], zh="年度", en="year")
    if row["published"] and published is None:
        raise _unreadable(path, line, row["published"], zh="日期", en="date")
    return Said(int(year[1]) if year else None, row["region"] or None, row["url"] or None, published)


def iso_date(text: str) -> str | None:
    """A calendar day, or a month where no day is known, as ISO has it; None where the text is none.

    >>> iso_date("2024年3月5日"), iso_date("20240305"), iso_date("2024/3/5 10:00"), iso_date("2024-02-31")
    ('2024-03-05', '2024-03-05', '2024-03-05', None)
    >>> iso_date("2024年3月"), iso_date("2024-13")
    ('2024-03', None)
    """
    if month_only := _MONTH.fullmatch(text.strip()):
        return f"{month_only[1]}-{int(month_only[2]):02}"
    found = _DATE.fullmatch(text.strip())
    if found is None:
        return None
    year, *rest = found.groups()
    month, day = (int(part) for part in rest if part is not None)
    try:
        return date(int(year), month, day).isoformat()
    except ValueError:
        return None


def _unreadable(path: Path, line: int, text: str, *, zh: str, en: str) -> CommandError:
    return CommandError(
        Exit.USAGE,
        zh=f"清单 {path} 第 {line} 行的{zh}“{text}”无法识别；请改正后再试",
        en=f"manifest {path}, line {line}: '{text}' is no {en}; mend it and try again",
    )
