"""Every sample says what its golden says; `make golden` writes them anew, and a person reads the diff."""

import json
from pathlib import Path

import pytest

from ingest.reading import read_source
from schema.limits import Limits
from schema.source import SourceReading, Status
from tests.command_line import CommandLine
from tests.golden import DOCUMENTS, FINDINGS, GOLDEN, NEGATIVES, golden_of, rendered, with_golden

ALL = with_golden()
_TOLD_AS_IT_IS = {"scoring-framework", "empty-template"}
"""What may stand for a sample without a target, beside a table of its indicators."""


def test_every_document_has_its_golden_and_every_golden_its_document() -> None:
    assert sorted(map(golden_of, ALL)) == sorted(set(GOLDEN.iterdir()) - {FINDINGS})


@pytest.mark.parametrize("document", ALL, ids=lambda path: path.name)
def test_a_document_says_what_its_golden_says(document: Path) -> None:
    assert rendered(document) == golden_of(document).read_text(encoding="utf-8")


@pytest.mark.parametrize("document", ALL, ids=lambda path: path.name)
def test_a_golden_is_a_reading(document: Path) -> None:
    reading = SourceReading.model_validate_json(golden_of(document).read_bytes())
    assert reading.cells.holds
    assert any(table.indicators for table in reading.tables) or _TOLD_AS_IT_IS & {d.code for d in reading.diagnostics}


@pytest.mark.parametrize("document", ALL, ids=lambda path: path.name)
def test_almost_every_cell_of_a_document_is_understood(document: Path) -> None:
    cells = SourceReading.model_validate_json(golden_of(document).read_bytes()).cells
    assert cells.reported <= 0.01 * cells.stated


@pytest.mark.parametrize("document", sorted(NEGATIVES.iterdir()), ids=lambda path: path.name)
def test_what_is_no_performance_table_is_left_alone(document: Path) -> None:
    reading = read_source(document, document.name, Limits()).reading
    assert (reading.status, reading.tables, reading.cells.reported) == (Status.NO_TABLES, (), 0)
    assert set(reading.cells.ignored) <= {"other-table", "line-without-table"}


def test_the_samples_imported(jixiao: CommandLine, tmp_path: Path) -> None:
    report = json.loads(jixiao("import", DOCUMENTS, "--db", tmp_path / "demo.db", "--json").out)
    assert (report["database"]["tables"], report["database"]["indicators"]) == (21, 210)
    assert report["database"]["unparsed"] == 0
    again = json.loads(jixiao("import", DOCUMENTS, "--db", tmp_path / "demo.db", "--json").out)
    assert (again["rows_written"], again["files"]["changes"]) == (0, {"unchanged": 3})
    assert again["database"] == report["database"]
