"""Damaged samples of workbooks, pages and archives: each ends in a Document or a refusal, and soon."""

import io
import random
import time
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from parsers.formats import Request, read
from schema.read_error import ReadError

_FOLDER = Path(__file__).parents[3] / "samples" / "formats" / "guangzhou-development-district-ip-projects"
SAMPLES = [
    path
    for path in sorted(_FOLDER.iterdir())
    if path.suffix in {".xlsx", ".xls", ".ods", ".html", ".mht", ".zip", ".csv"}
]
_LONGEST = 5.0
"""Seconds of processor time; a sample takes a hundredth of them."""


def _cut(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content))]


def _flip(content: bytes, chance: random.Random) -> bytes:
    damaged = bytearray(content)
    for _ in range(chance.choice([1, 4, 40])):
        damaged[chance.randrange(len(damaged))] = chance.randrange(256)
    return bytes(damaged)


def _drop(content: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(content))
    return content[:start] + content[start + chance.choice([1, 50, 2000]) :]


def _double(content: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(content))
    return content[:start] + content[start : start + 2000] * 2 + content[start + 2000 :]


def _packed(content: bytes, change: Callable[[list[tuple[str, bytes]]], None]) -> bytes:
    """A zip file with its members changed; other files as they are."""
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as given:
        members = [(entry.filename, given.read(entry)) for entry in given.infolist()]
    change(members)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as packed:
        for name, part in members:
            packed.writestr(name, part)
    return buffer.getvalue()


def _without_a_member(content: bytes, chance: random.Random) -> bytes:
    def drop(members: list[tuple[str, bytes]]) -> None:
        del members[chance.randrange(len(members))]

    return _packed(content, drop)


def _with_a_member_twice(content: bytes, chance: random.Random) -> bytes:
    return _packed(content, lambda members: members.append(chance.choice(members)))


def _with_a_damaged_member(content: bytes, chance: random.Random) -> bytes:
    def damage(members: list[tuple[str, bytes]]) -> None:
        place = chance.randrange(len(members))
        name, part = members[place]
        members[place] = (name, chance.choice([_cut, _flip, _drop, _double])(part or b"<", chance))

    return _packed(content, damage)


_MUTATIONS = (_cut, _flip, _drop, _double, _without_a_member, _with_a_member_twice, _with_a_damaged_member)


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("seed", range(10))
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_a_damaged_sample_is_read_or_refused(sample: Path, seed: int) -> None:
    content = sample.read_bytes()
    chance = random.Random(seed)  # noqa: S311  nothing is kept secret
    for mutate in _MUTATIONS:
        damaged = mutate(content, chance)
        start = time.process_time()
        with suppress(ReadError):
            read(damaged, sample.name, Request())
        assert time.process_time() - start < _LONGEST
