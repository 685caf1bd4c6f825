"""Texts where they are said to stand."""

from audit.replay import shown
from schema.document import Cell, Document, Grid, Text


def test_every_place_of_a_document() -> None:
    grid = Grid(place="table 1", cells=(Cell(row=1, column=2, text="≥ 90%"), Cell(row=2, column=1, line=7, text="名")))
    document = Document(source="text", blocks=(Text(place="line 1", text="标 题", line=1), grid))
    assert shown(document) == {("line 1", 1, None): "标题", ("table 1", 1, 2): "≥90%", ("table 1", 7, 1): "名"}
