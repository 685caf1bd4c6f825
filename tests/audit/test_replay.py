"""Texts where they are said to stand."""

from collections.abc import Mapping

from audit.replay import problem, shown
from schema.document import Cell, Document, Grid, Text


def test_every_place_of_a_document() -> None:
    grid = Grid(place="table 1", cells=(Cell(row=1, column=2, text="≥ 90%"), Cell(row=2, column=1, line=7, text="名")))
    document = Document(source="text", blocks=(Text(place="line 1", text="标 题", line=1), grid))
    assert shown(document) == {("line 1", 1, None): "标题", ("table 1", 1, 2): "≥90%", ("table 1", 7, 1): "名"}


def test_texts_of_several_columns_told_together_stand_where_each_of_them_stands() -> None:
    document = Document(
        source="text",
        blocks=(
            Grid(place="t", cells=(Cell(row=1, column=1, text="人手不足"), Cell(row=1, column=2, text="增加人手"))),
        ),
    )
    spans: list[Mapping[str, object]] = [{"place": "t", "row": 1, "column": column} for column in (1, 2)]
    texts = shown(document)
    assert problem(texts, spans, "名", "deviation", "偏差原因：人手不足；纠偏措施：增加人手") is None
    assert problem(texts, spans, "名", "deviation", "偏差原因：人手不足；纠偏措施：减少任务") is not None
    assert problem(texts, spans, "名", "value", "偏差原因：人手不足") is not None


def test_what_is_out_of_place_is_told_in_both_languages() -> None:
    said = problem({}, [{"place": "table 1", "row": 2, "column": 3}], "修路里程", "value", "≥12公里")
    assert said == (
        "修路里程：指标值“≥12公里”不在 table 1 › 第2行 › 第3列",
        "修路里程: value “≥12公里” is not at table 1 › row 2 › column 3",
    )
