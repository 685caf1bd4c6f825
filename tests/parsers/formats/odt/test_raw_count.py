"""The count over the tags of a text, held against what its reader finds."""

import re
from pathlib import Path

import pytest

from parsers.formats import Request, conservation
from parsers.formats.odt import ODT, raw_count, text
from parsers.formats.package import Package
from schema.catalogue import Code
from schema.limits import Limits
from tests.parsers.formats.odt.written import odt

ROOT = Path(__file__).parents[4]
FILES = sorted([*ROOT.glob("samples/formats/*/*.odt"), *(ROOT / "tests/parsers/formats/files").glob("*.odt")])


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_files_of_libreoffice_are_counted_as_they_are_read(path: Path) -> None:
    content = path.read_bytes()
    document = ODT.read(content, Request())
    source = raw_count.raw_count(Package(content, Limits()).part("content.xml"))
    numbers = sum(
        len("".join(label.split())) for label in re.findall(r"(?m)^(?:\d+|[a-zIV]+)\.", _whole(document.blocks))
    )
    read = conservation.counted(document.blocks)
    hides = path.name == "form-libreoffice.odt"  # hidden words: nothing is counted
    assert source.cells == (0 if hides else read.cells)
    assert (0 if hides else read.characters - numbers) <= source.characters <= read.characters
    assert not [said for said in document.diagnostics if said.code is Code.NOT_CONSERVED]


def _whole(blocks: object) -> str:
    texts = []
    for block in blocks if isinstance(blocks, tuple) else ():
        texts += [block.text] if block.kind == "text" else [cell.text for cell in block.cells]
    return "\n".join(texts)


@pytest.mark.parametrize(
    ("inside", "cells", "characters"),
    [
        ("<text:p>甲 &amp; 乙</text:p>", 0, 3),
        ("<text:tracked-changes><text:p>删</text:p></text:tracked-changes><text:p>留</text:p>", 0, 1),
        ("<text:p>甲<text:note text:id='1'><text:p>注</text:p></text:note></text:p>", 0, 1),
        (
            "<table:table-cell/><table:table-cell a='1'> </table:table-cell><table:table-cell>甲</table:table-cell>",
            1,
            1,
        ),
        ("<table:table-cell>甲<table:table-cell>乙</table:table-cell></table:table-cell>", 0, 2),
    ],
)
def test_what_a_person_sees_is_counted(inside: str, cells: int, characters: int) -> None:
    found = raw_count.raw_count(f"<office:text>{inside}</office:text>".encode())
    assert (found.cells, found.characters) == (cells, characters)


def test_where_styles_hide_words_nothing_is_counted() -> None:
    assert raw_count.raw_count(b'<x text:display="none"/><office:text><text:p>a</text:p></office:text>').characters == 0


def test_a_loss_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text, "_ITEMS", frozenset())
    body = "<text:p>甲</text:p><text:section><text:p>乙</text:p></text:section>"
    found = ODT.read(odt("", body), Request())
    assert [said.code for said in found.diagnostics] == [Code.NOT_CONSERVED]
