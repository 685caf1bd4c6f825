"""What calamine gives, as text."""

from pathlib import Path

import pytest

from parsers.formats.xlsb.calamine import sheets
from schema.read_error import ReadError
from schema.source import Status

FOLDER = Path(__file__).parents[1]


def test_cells_have_the_text_of_their_values() -> None:
    (sheet,) = sheets((FOLDER / "xlsb" / "files" / "date.xlsb").read_bytes())
    assert (sheet.name, sheet.hidden, sheet.cells[3, 1]) == ("Sheet1", False, "10 days, 15:10:10")


def test_damage_is_said() -> None:
    with pytest.raises(ReadError) as damaged:
        list(sheets(b"PK"))
    assert damaged.value.status is Status.CORRUPT
