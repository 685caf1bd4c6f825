"""Sheets."""

from audit.export.sheets import Column, Sheet, rows_of


def test_titles_in_either_language() -> None:
    column = Column("n", "数", "number")
    sheet = Sheet("s", "表", "sheet", (column,), rows_of((column,), [{"n": 1, "other": 2}, {}]))
    assert (column.title("zh"), sheet.title("en"), list(sheet.rows)) == ("数", "sheet", [(1,), (None,)])
