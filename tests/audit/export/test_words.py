"""Codes in the words of people."""

from pathlib import Path
from typing import Any, get_args

import openpyxl
import pytest

from audit.asking.question import TARGET_KINDS
from audit.export.sheets import Column, Sheet
from audit.export.words import diagnostic_name, kind_name, target_name
from audit.export.workbook import write_workbook
from schema.diagnostic import Language
from schema.table import TableKind


@pytest.mark.parametrize("language", get_args(Language))
def test_every_code_has_words(language: Language) -> None:
    said = [kind_name(kind, language) for kind in get_args(TableKind)]
    said += [target_name(kind, language) for kind in TARGET_KINDS]
    said += [diagnostic_name(severity, language) for severity in ("info", "warning", "error")]
    assert all(said)


def test_a_workbook_says_its_codes_in_words(tmp_path: Path) -> None:
    columns = (Column("kind", "种类", "kind", said=target_name), Column("code", "代码", "code"))
    rows = [("comparison", "comparison"), (None, "x")]
    write_workbook(tmp_path / "a.xlsx", [Sheet("s", "表", "sheet", columns, rows)], "zh")
    book: Any = openpyxl.load_workbook(tmp_path / "a.xlsx")
    page = book["表"]
    assert [[cell.value for cell in row] for row in page.iter_rows(min_row=2)] == [["数值", "comparison"], [None, "x"]]
