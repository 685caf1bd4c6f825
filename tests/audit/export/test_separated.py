"""CSV for Excel: what it says is what there was, and no text is a formula."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.export.separated import guarded, lines, write_csv
from audit.export.sheets import Column, Sheet

COLUMNS = (Column("a", "甲", "a"), Column("b", "乙", "b", "exact"), Column("c", "丙", "c", "whole"))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("=1+1", "'=1+1"),
        ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"),
        ("-2+3", "'-2+3"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("＝1+1", "'＝1+1"),
        ("-5", "-5"),
        ("+3.5", "+3.5"),
        ("-5%", "'-5%"),
        ("610101240001000000123", "'610101240001000000123"),
        ("0012", "'0012"),
        ("12e34567", "'12e34567"),
        ("2024", "2024"),
        ("≥90%", "≥90%"),
        ("—", "—"),
        ("", ""),
    ],
)
def test_cells(text: str, shown: str) -> None:
    assert guarded(text) == shown


def test_a_file_that_excel_opens_right(tmp_path: Path) -> None:
    rows = [('逗号,"引号"\n换行', "2315000", 2024), (None, "2000/3", None), ("=x", "-5", 1)]
    assert write_csv(tmp_path / "a.csv", Sheet("s", "表", "s", COLUMNS, rows), "zh") == 3
    content = (tmp_path / "a.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in content
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file)) == [
            ["甲", "乙", "丙"],
            ['逗号,"引号"\n换行', "2315000", "2024"],
            ["", "2000/3", ""],
            ["'=x", "-5", "1"],
        ]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_no_cell_begins_as_a_formula_does(text: str) -> None:
    _, *written = lines(Sheet("s", "s", "s", COLUMNS[:1], [(text,)]), "en")
    ((shown,),) = csv.reader(io.StringIO("".join(written), newline="")) if text else [[""]]
    assert not shown.startswith(("=", "@", "\t", "\r"))
    assert text in {shown, shown.removeprefix("'")}


def test_a_column_of_numbers_holds_no_formula_either() -> None:
    sheet = Sheet("s", "表", "s", COLUMNS, [("甲", "=1+1", 1), ("乙", "15分", 2), ("丙", "-2.5", 3)])
    assert [row.split(",")[1] for row in lines(sheet, "zh")] == ["乙", "'=1+1", "15分", "-2.5"]
