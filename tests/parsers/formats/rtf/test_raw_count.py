"""The count over the bytes of an RTF file, held against what its reader finds."""

from pathlib import Path

import pytest

from parsers.formats import Request, conservation, rtf
from parsers.formats.doc.story import flow
from parsers.formats.rtf import RTF
from parsers.formats.rtf.raw_count import raw_count
from schema.catalogue import Code

ROOT = Path(__file__).parents[4]
FILES = sorted([*ROOT.glob("samples/formats/*/*.rtf"), *(ROOT / "tests/parsers/formats/files").glob("*.rtf")])


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_files_of_libreoffice_hold_no_more_than_is_read_of_them(path: Path) -> None:
    document = RTF.read(path.read_bytes(), Request())
    source, read = raw_count(path.read_bytes()).characters, conservation.counted(document.blocks).characters
    assert source <= read
    assert source > read / 2 or b"\\v " in path.read_bytes() or b"\\deleted" in path.read_bytes()
    assert not [said for said in document.diagnostics if said.code is Code.NOT_CONSERVED]


@pytest.mark.parametrize(
    ("body", "characters"),
    [
        (rb"\u20135?\u-3913?\u12288?a1", 1),
        (rb"\'d6\'d0 \'ce\'c4\'41", 2),
        (rb"{\header \u20135?}{\*\x{\u20135?}\u20135?}\u25991?", 1),
        (rb"{\*\x \} \u20135?}\u25991?", 1),
        (rb"\u20135?{\v \u25991?}", 0),
        (rb"{\*\x \u20135?", 0),
        (rb"{\headery \u20135?}", 1),
    ],
)
def test_characters_of_the_body_are_counted(body: bytes, characters: int) -> None:
    assert raw_count(rb"{\rtf1 " + body + b"}").characters == characters


def test_a_loss_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rtf, "flow", lambda paragraphs: list(flow(paragraphs))[:1])
    found = RTF.read(rb"{\rtf1 \u20135?\par \u25991?\par}", Request())
    assert [said.code for said in found.diagnostics] == [Code.NOT_CONSERVED]


def test_deep_groups_and_many_of_them_take_no_more_than_a_look() -> None:
    assert raw_count(rb"{\rtf1 " + rb"{\*" * 50_000 + b"}").characters == 0
    assert raw_count(rb"{\rtf1 " + rb"{\* }" * 50_000 + rb"\u20135?}").characters == 1
