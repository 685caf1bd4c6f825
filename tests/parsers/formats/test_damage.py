"""Word files damaged at random end in a Document or in a recorded status, never in another exception."""

import io
import random
import zipfile
from pathlib import Path

import pytest

from parsers.formats import Request, read
from schema.document import Document
from schema.limits import Limits
from schema.read_error import ReadError

SAMPLE = Path(__file__).parents[3] / "samples" / "formats" / "guangzhou-development-district-ip-projects"
FILES = ("python-docx.docx", "libreoffice-docx.doc", "libreoffice-docx.odt", "libreoffice-docx.rtf")
TIMES = 125


def cut(content: bytes, chance: random.Random) -> bytes:
    """The beginning of a file."""
    return content[: chance.randrange(len(content))]


def flipped(content: bytes, chance: random.Random) -> bytes:
    """A file with a few bits turned."""
    damaged = bytearray(content)
    for _ in range(chance.randint(1, 20)):
        damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
    return bytes(damaged)


def overwritten(content: bytes, chance: random.Random) -> bytes:
    """A file with a stretch of it written over, by zeros or by another stretch."""
    length = chance.randint(1, 600)
    at, source = chance.randrange(len(content)), chance.randrange(len(content))
    stretch = bytes(length) if chance.random() < 0.5 else content[source : source + length]
    return content[:at] + stretch + content[at + length :]


def repacked(content: bytes, chance: random.Random) -> bytes:
    """A package without one of its parts, or with one damaged inside; any other file overwritten."""
    if not content.startswith(b"PK"):
        return overwritten(content, chance)
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as package, zipfile.ZipFile(made, "w") as archive:
        names = [name for name in package.namelist() if package.read(name)]
        odd = chance.choice(names)
        for name in names:
            if name != odd:
                archive.writestr(name, package.read(name))
            elif chance.random() < 0.7:
                archive.writestr(name, chance.choice((cut, flipped, overwritten))(package.read(name), chance))
    return made.getvalue()


@pytest.mark.parametrize("name", FILES)
def test_damage_ends_in_a_document_or_a_status(name: str) -> None:
    content = (SAMPLE / name).read_bytes()
    chance = random.Random(name)  # noqa: S311 - the same damage each time, no secret
    limits = Limits(cells=20_000, characters=200_000, inflated_bytes=8 << 20, part_bytes=8 << 20)
    statuses = set()
    for _ in range(TIMES):
        damaged = chance.choice((cut, flipped, overwritten, repacked))(content, chance)
        try:
            assert isinstance(read(damaged, name, Request(limits=limits)), Document)
        except ReadError as error:
            statuses.add(error.status)
    assert statuses
