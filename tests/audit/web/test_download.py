"""What a page shows, as a file."""

import csv
import io
import json
import zipfile

import openpyxl
import pytest
from starlette.exceptions import HTTPException

from audit.export.sheets import Column, Sheet
from audit.web.download import handed

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
    content = bytes(handed(sheet(), "xlsx", "en").body)
    page = openpyxl.load_workbook(io.BytesIO(content)).active
    assert [page.cell(row, 2).value for row in (1, 2, 4)] == ["from", 90.5, "1/3"]
    assert page.cell(2, 1).value == "=1+1"
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert b"<f>" not in parts.read("xl/worksheets/sheet1.xml")


def test_json_says_whether_there_is_more() -> None:
    said = json.loads(bytes(handed(sheet(), "json", "zh", truncated=True).body))
    assert (said["truncated"], said["results"][0]) == (True, {"name": "=1+1", "low": "90.5"})


@pytest.mark.parametrize("kind", ["", "html", "../x", "CSV"])
def test_there_are_three_kinds(kind: str) -> None:
    with pytest.raises(HTTPException):
        handed(sheet(), kind, "zh")
