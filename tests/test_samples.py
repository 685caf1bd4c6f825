"""Every sample says what its golden says; `make golden` writes them anew, and a person reads the diff."""

import json
from pathlib import Path

import pytest

from schema.source import SourceReading
from tests.command_line import CommandLine
from tests.golden import DOCUMENTS, GOLDEN, golden_of, rendered

ALL = sorted(DOCUMENTS.iterdir())


def test_every_document_has_its_golden_and_every_golden_its_document() -> None:
    assert [golden_of(document) for document in ALL] == sorted(GOLDEN.iterdir())


@pytest.mark.parametrize("document", ALL, ids=lambda path: path.name)
def test_a_document_says_what_its_golden_says(document: Path) -> None:
    assert rendered(document) == golden_of(document).read_text(encoding="utf-8")


@pytest.mark.parametrize("document", ALL, ids=lambda path: path.name)
def test_a_golden_is_a_reading(document: Path) -> None:
    reading = SourceReading.model_validate_json(golden_of(document).read_bytes())
    assert reading.cells.holds


def test_the_samples_imported(jixiao: CommandLine, tmp_path: Path) -> None:
    report = json.loads(jixiao("import", DOCUMENTS, "--db", tmp_path / "demo.db", "--json").out)
    readings = [SourceReading.model_validate_json(golden_of(document).read_bytes()) for document in ALL]
    tables = [table for reading in readings for table in reading.tables]
    told = len(tables), sum(len(table.indicators) for table in tables)
    assert (report["database"]["tables"], report["database"]["indicators"]) == told
    assert report["database"]["unparsed"] == 0
    again = json.loads(jixiao("import", DOCUMENTS, "--db", tmp_path / "demo.db", "--json").out)
    assert (again["rows_written"], again["files"]["changes"]) == (0, {"unchanged": len(ALL)})
    assert again["database"] == report["database"]
