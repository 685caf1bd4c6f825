"""The same content in another format gives the same tables, but for provenance; new readers are asked unasked."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bench.generation.drawing import Drawing, Line, Table
from normalize.tables import normalize_tables
from parsers import Hints, interpret, read
from parsers.formats.registry import READERS
from schema.document import Block, Cell, Document, Grid, Text
from schema.limits import Limits
from tests.sample_formats import DOCUMENTS, FORMATS, drawing_of

COUNTS = {
    "guangdong-ip-transfers-by-city": (4, 63),
    "guangzhou-development-district-ip-projects": (7, 40),
    "tianjin-ip-office-projects": (10, 107),
}
PROVENANCE = {"span", "spans", "coverage"}
# Where lines were wrapped, nobody can tell a space from none: on the pages of a PDF, and in LibreOffice's source of a
# web page, which breaks at spaces where browsers differ over a break between two Chinese characters.
WRAPPED = {"libreoffice-docx.html"}


def told(document: Document) -> list[dict[str, Any]]:
    """What a document says, typed and with its keys, but not where."""
    interpretation = interpret(document, Hints(file_name="表"))
    assert interpretation.cells.holds
    tables, _ = normalize_tables(interpretation.tables)
    return [_without_places(table.model_dump(mode="json")) for table in tables]


def _without_places(value: Any) -> Any:
    match value:
        case dict():
            return {key: _without_places(part) for key, part in value.items() if key not in PROVENANCE}
        case list():
            return [_without_places(part) for part in value]
        case _:
            return value


def _without_breaks(value: Any) -> Any:
    match value:
        case dict():
            return {key: _without_breaks(part) for key, part in value.items()}
        case list():
            return [_without_breaks(part) for part in value]
        case str():
            return "".join(value.split())
        case _:
            return value


def read_as(path: Path) -> Document:
    return read(path.read_bytes(), f"表{path.suffix}", Limits())


def readable() -> Iterator[Path]:
    """The files that a registered reader names as its own and would be given."""
    for path in sorted(FORMATS.glob("*/*")):
        content = path.read_bytes()
        if any(path.suffix in reader.suffixes and reader.matches(content, path.name) for reader in READERS):
            yield path


def named(path: Path) -> str:
    return f"{path.parent.name.partition('-')[0]}/{path.name}"


@pytest.mark.parametrize("document", sorted(DOCUMENTS.iterdir()), ids=lambda path: str(path.stem))
def test_a_sample_holds_so_many_tables_and_indicators(document: Path) -> None:
    tables = told(read_as(document))
    assert (len(tables), sum(len(table["indicators"]) for table in tables)) == COUNTS[document.stem]


@pytest.mark.parametrize("path", list(readable()), ids=named)
def test_a_format_says_what_the_text_says(path: Path) -> None:
    given, wanted = told(read_as(path)), told(read_as(DOCUMENTS / f"{path.parent.name}.txt"))
    if path.suffix == ".pdf" or path.name in WRAPPED:
        given, wanted = _without_breaks(given), _without_breaks(wanted)
    assert [table["project_name"] for table in given] == [table["project_name"] for table in wanted]
    for table, other in zip(given, wanted, strict=True):
        assert table == other


def shown(drawing: Drawing) -> Document:
    """A drawing as a reader of any format with merged cells would give it."""
    blocks: list[Block] = []
    for at, block in enumerate(drawing, start=1):
        match block:
            case Line(text=text, heading=heading):
                blocks.append(Text(place=f"paragraph {at}", text=text, form_boundary=heading))
            case Table():
                cells = (
                    Cell(row=row + 1, column=column + 1, rows=slot.rows, columns=slot.columns, text=slot.text)
                    for row, column, slot in block.placed()
                )
                blocks.append(Grid(place=f"table {at}", cells=tuple(cells)))
    return Document(source="drawing", blocks=tuple(blocks))


@pytest.mark.parametrize("document", sorted(DOCUMENTS.iterdir()), ids=lambda path: str(path.stem))
def test_merged_cells_say_what_blank_ones_say(document: Path) -> None:
    assert told(shown(drawing_of(document))) == told(read_as(document))
