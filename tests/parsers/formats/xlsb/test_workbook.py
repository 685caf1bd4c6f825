"""Binary workbooks from their bytes; the file stands in this folder."""

from pathlib import Path

import pytest

from parsers.formats import Request, read
from parsers.formats.xlsb.records import Extent
from parsers.formats.xlsb.workbook import check
from schema.catalogue import Code
from schema.limits import Limits
from schema.read_error import ReadError
from schema.source import Status
from tests.parsers.formats.workbooks import drawn, zipped

FILE = (Path(__file__).parent / "files" / "date.xlsb").read_bytes()


def test_values_are_read_and_their_formats_said_to_be_lost() -> None:
    found = read(FILE, "a.xlsb", Request())
    assert drawn(found)[:4] == ["[sheet Sheet1]", "1,1 2021/1/1", "1,2 15", "2,1 2021/1/2"]
    assert [odd.code for odd in found.diagnostics] == [Code.FORMATS_LOST]


@pytest.mark.parametrize("extents", [[Extent(2, 2, 10**9)], [Extent(1, 3, 3), Extent(1, 3, 3)]])
def test_cells_that_are_too_many_or_reach_too_far_are_a_limit(extents: list[Extent]) -> None:
    with pytest.raises(ReadError) as refused:
        check(extents, Limits(cells=5))
    assert refused.value.status is Status.LIMIT
    check([Extent(1, 5, 10)], Limits(cells=5))


def test_a_damaged_workbook_is_refused() -> None:
    with pytest.raises(ReadError) as refused:
        read(zipped({"xl/workbook.bin": b"x", "xl/worksheets/sheet1.bin": b"y"}), "a.xlsb", Request())
    assert refused.value.status is Status.CORRUPT
