"""What became of a source file, and the line of JSON that says so."""

import json
import re

import pytest
from pydantic import ValidationError

from schema.catalogue import Code
from schema.diagnostic import Diagnostic
from schema.source import Conservation, Source, SourceReading, Status

READING = SourceReading(
    source=Source(path="表.txt", sha256="00", format="text"),
    status=Status.IMPORTED_WITH_WARNINGS,
    diagnostics=(Diagnostic(code=Code.TITLE_MISSING),),
    cells=Conservation(stated=3, used=2, reported=1),
)


def test_only_files_whose_tables_are_in_the_database_ended_well() -> None:
    assert {status for status in Status if status.well} == {
        Status.IMPORTED,
        Status.IMPORTED_WITH_WARNINGS,
        Status.DUPLICATE,
    }


def test_the_list_of_statuses_is_closed() -> None:
    names = """imported imported_with_warnings no_tables image_only duplicate encrypted truncated corrupt unsupported
        unsafe limit timeout out_of_memory parser_crash unreadable vanished"""
    assert {str(status) for status in Status} == set(re.findall(r"\w+", names))


@pytest.mark.parametrize(
    ("cells", "holds"),
    [
        (Conservation(), True),
        (Conservation(stated=6, used=3, ignored={"header": 1, "note": 1}, reported=1), True),
        (Conservation(stated=6, used=3, ignored={"header": 1}, reported=1), False),
        (Conservation(stated=1, used=2), False),
    ],
)
def test_every_cell_is_accounted_for(cells: Conservation, *, holds: bool) -> None:
    assert cells.holds is holds


def test_the_line_of_json_names_its_version_and_comes_back() -> None:
    line = json.loads(READING.model_dump_json())
    assert list(line) == ["format_version", "source", "status", "tables", "diagnostics", "cells"]
    assert (line["format_version"], line["status"]) == (1, "imported_with_warnings")
    assert SourceReading.model_validate(line) == READING


def test_another_version_is_refused() -> None:
    with pytest.raises(ValidationError):
        SourceReading.model_validate({**READING.model_dump(), "format_version": 2})
