"""A manifest: a CSV file that says of each file where it was published and when, and its year and region."""

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from ingest.exits import CommandError, Exit
from ingest.files import shown
from ingest.manifest_rows import rows_of
from ingest.report import Remark
from ingest.said import NOTHING_SAID, Said
from ingest.there import exists, is_file, is_folder

_DATE = re.compile(r"(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))(?:[ T].*)?")
_MONTH = re.compile(r"(\d{4})[-/.年](0?[1-9]|1[0-2])月?")
_YEAR = re.compile(r"(19[5-9]\d|20\d\d)(?:年度?)?")
_MOST = 10
"""So many lines are named; of more, how many there are."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What is said of each file, by where it may be; `listed` are the files by the path that was written.

    `lines` says in which line a place was listed, `remarks` what of the manifest came to nothing.
    """

    places: Mapping[str, Said] = field(default_factory=dict)
    listed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)
    remarks: tuple[Remark, ...] = ()
    path: Path | None = None

    def said_of(self, location: Path) -> Said:
        """What is said of a file."""
        return self.places.get(_text(location), NOTHING_SAID) if self.places else NOTHING_SAID

    def files(self) -> list[Path]:
        """The listed files that are there, each once."""
        return [next(filter(None, map(_located, places)), Path(places[0])) for places in self.listed.values()]

    def absent(self) -> Iterator[tuple[Path, str]]:
        """The listed files that are not there: where each would be, as `files` says it, and as it is written."""
        for written, places in self.listed.items():
            if not any(map(_there, places)):
                yield Path(places[0]), written

    def missing(self) -> Iterator[str]:
        """The listed files that are not there, as they are written."""
        return (written for _, written in self.absent())

    def unused(self, met: Iterable[Path]) -> Iterator[Remark]:
        """What is said of listed files that are there, but are none of those that an import met."""
        met_places = set(map(_text, met)) if self.listed else set()
        there = (place for places in self.listed.values() for place in places[:1] if is_file(_located(place) or Path()))
        lines = sorted(self.lines[place] for place in there if place not in met_places)
        if lines:
            yield _remark(
                lines,
                zh="的文件不在所给的路径中，或按名称略过；没有导入，所写的没有采用",
                en="files that are not under the paths that were named, or are passed over by name; they were not"
                " imported, and what is said of them was not used",
            )


NO_MANIFEST = Manifest()


def read_manifest(path: Path, folders: Iterable[Path] = ()) -> Manifest:
    """A manifest; relative paths in it start where it lies, or else in one of the folders that were named.

    Raises `CommandError` that names the line where it cannot be read.
    """
    bases = [path.parent, *(folder for folder in folders if is_folder(folder))]
    places: dict[str, Said] = {}
    listed: dict[str, tuple[str, ...]] = {}
    lines: dict[str, int] = {}
    nameless: list[int] = []
    of_folders: list[int] = []
    for line, row in rows_of(path):
        written, said = row["path"].replace("\\", "/").strip(), _said(row, line, path)
        if not written:
            nameless.append(line)
            continue
        candidates = tuple(_text(Path(base.absolute(), written)) for base in bases)
        there = tuple(filter(_there, candidates))[:1] or candidates
        for place in there:
            if places.get(place, said) != said:
                raise _contradiction(path, written, lines[place], line)
        if is_folder(_located(there[0]) or Path(there[0])):
            of_folders.append(line)
        listed[written] = there
        places.update(dict.fromkeys(there, said))
        lines.update(dict.fromkeys(there, line))
    return Manifest(places, listed, lines, tuple(_remarks(nameless, of_folders)), path)


def _remarks(nameless: list[int], of_folders: list[int]) -> Iterator[Remark]:
    if nameless:
        yield _remark(nameless, zh="没有写路径，所写的没有采用", en="no path, so that what they say was not used")
    if of_folders:
        yield _remark(
            of_folders,
            zh="写的是文件夹，所写的不用于其中的文件；请逐个列出文件",
            en="folders; what is said of them is said of no file in them, list the files",
        )


def _remark(lines: list[int], *, zh: str, en: str) -> Remark:
    named = [str(line) for line in lines[:_MOST]] + (["…"] if len(lines) > _MOST else [])
    several = len(lines) > 1
    count = (f"（共 {len(lines)} 行）", f" ({len(lines)} in all)") if several else ("", "")
    return Remark(
        zh=f"清单第 {'、'.join(named)} 行{count[0]}{zh}",
        en=f"manifest, line{'s' if several else ''} {', '.join(named)}{count[1]}: {en}",
    )


def _contradiction(path: Path, written: str, first: int, second: int) -> CommandError:
    return CommandError(
        Exit.USAGE,
        zh=f"清单 {path} 第 {first} 行和第 {second} 行对 {written} 所写不同；请只留一行",
        en=f"manifest {path}: lines {first} and {second} say different things of {written}; leave one of them",
    )


def _there(place: str) -> bool:
    return _located(place) is not None


def _located(place: str) -> Path | None:
    """The file at a place, which may be called so in the bytes of GBK; None where there is none."""
    path = Path(place)
    if exists(path):
        return path
    old = path.with_name(os.fsdecode(path.name.encode("gb18030", "replace"))) if path.name else path
    return old if exists(old) else None


def _text(location: Path) -> str:
    """A path as people write it, links on its way followed."""
    return "/".join(shown(part) for part in Path(os.path.realpath(location.parent), location.name).parts).replace(
        "//", "/", 1
    )


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
