"""What a page shows, as a file."""

import csv
import io
import json

import openpyxl
import pytest
from starlette.exceptions import HTTPException

from audit.export.sheets import Column, Sheet
from audit.web.handing import handed

COLUMNS = (Column("name", "指标", "indicator"), Column("low", "下限", "from", "exact"))


def sheet() -> Sheet:
    return Sheet("indicators", "指标", "indicators", COLUMNS, [("=1+1", "90.5"), ("@SUM(A1)", None), ("好", "1/3")])


def test_csv_opens_in_excel_and_runs_nothing() -> None:
    answer = handed(sheet(), "csv", "zh")
    text = bytes(answer.body).decode("utf-8-sig")
    assert bytes(answer.body).startswith(b"\xef\xbb\xbf")
    assert list(csv.reader(io.StringIO(text))) == [
        ["指标", "下限"],
        ["'=1+1", "90.5"],
        ["'@SUM(A1)", ""],
        ["好", "1/3"],
    ]
    assert answer.headers["content-disposition"] == "attachment; filename*=UTF-8''indicators.csv"


def test_a_workbook_has_numbers_and_no_formula() -> None:
    book = openpyxl.load_workbook(io.BytesIO(bytes(handed(sheet(), "xlsx", "en").body)))
    cells = [[(cell.value, cell.data_type) for cell in row] for row in book.worksheets[0].iter_rows()]
    assert cells[1] == [("=1+1", "s"), (90.5, "n")]
    assert cells[3][1] == ("1/3", "s")


def test_json_says_whether_there_is_more() -> None:
    said = json.loads(bytes(handed(sheet(), "json", "zh", truncated=True).body))
    assert (said["truncated"], said["results"][0]) == (True, {"name": "=1+1", "low": "90.5"})


@pytest.mark.parametrize("kind", ["", "html", "../x", "CSV"])
def test_there_are_three_kinds(kind: str) -> None:
    with pytest.raises(HTTPException):
        handed(sheet(), kind, "zh")
