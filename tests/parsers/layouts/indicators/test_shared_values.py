"""Values of several indicators in one cell."""

import pytest

from parsers.layouts import Hints, interpret
from schema.catalogue import Code
from schema.document import Document, Grid
from tests.drawing import document

FORM = """
项目支出绩效自评表
项目名称 | 小区改造 | < | <
二级指标 | 三级指标 | 年度指标值 | 实际完成值
数量指标 | 小区数量 | {value} | {actual}
^ | 报告份数 | ^ | ^
^ | 管网长度 | ^ | ^
"""


def told(value: str, actual: str) -> tuple[list[tuple[str | None, str | None]], list[dict[str, str]]]:
    """The values and results of the indicators, and what is said of them; / is a line break."""
    drawn = document(FORM.format(value=value, actual=actual))
    blocks = [
        block.model_copy(update={"cells": tuple(c._replace(text=c.text.replace("/", "\n")) for c in block.cells)})
        if isinstance(block, Grid)
        else block
        for block in drawn.blocks
    ]
    found = interpret(Document(source="docx", blocks=tuple(blocks)), Hints(file_name="a.docx"))
    said = [dict(odd.args) for odd in found.diagnostics if odd.code is Code.VALUES_SHARED]
    return [(i.stated.value, i.actual) for i in found.tables[0].indicators], said


def test_a_line_each_is_the_value_of_each() -> None:
    values, said = told("≥8个/≥2份/≥13公里", "8个/2份/13.2公里")
    assert values == [("≥8个", "8个"), ("≥2份", "2份"), ("≥13公里", "13.2公里")]
    assert [odd["field"] for odd in said] == ["value", "actual"]
    assert said[1] == {"field": "actual", "text": "8个；2份；13.2公里", "count": "3"}


def test_more_values_than_indicators_are_given_to_none_of_them() -> None:
    values, said = told("提升", "8个/2份/13.2公里/100%")
    assert values == [("提升", None)] * 3
    assert len(said) == 1


@pytest.mark.parametrize("text", ["达标", "进度略有滞后/但不影响工作"])
def test_a_statement_for_all_of_them_stays(text: str) -> None:
    values, said = told("提升", text)
    assert {actual for _, actual in values} == {text.replace("/", "\n")}
    assert said == []
