"""Tables of pages as grids, layout tables taken apart."""

import pytest

from parsers.formats import Request, read
from schema.limits import Limits
from schema.read_error import ReadError
from schema.source import Status
from tests.parsers.formats.html.conftest import Drawn


def test_a_table_that_only_lays_out_is_no_grid(page: Drawn) -> None:
    inner = "<table><tr><td>产出<td>{}</table>"
    body = (
        f"<table><tr><td>导航<tr><td><p>一、目标表</p>{inner.format(1)}<p>二、目标表</p>{inner.format(2)}页脚"
        f"<tr><td><table><tr><td>{inner.format(3)}</table></table>"
    )
    assert " ".join(page(body)) == (
        "导航 一、目标表 [table 1] 1,1 产出 1,2 1 二、目标表 [table 2] 1,1 产出 1,2 2 页脚 [table 3] 1,1 产出 1,2 3"
    )


def test_a_form_with_a_table_in_a_cell_stays_one_and_says_nothing_twice(page: Drawn) -> None:
    body = "<table><tr><td>项目<td>甲<tr><td>指标<td>见下<table><tr><td>数量<td>5</table></table>"
    assert page(body) == (["[table 1]", "1,1 项目", "1,2 甲", "2,1 指标", "2,2 见下", "[table 2]", "1,1 数量", "1,2 5"])


def test_head_and_foot_stand_where_browsers_show_them(page: Drawn) -> None:
    body = "<table><tfoot><tr><td>合计</tfoot><tbody><tr><td>甲</tbody><thead><tr><td>名称</thead></table>"
    assert page(body) == ["[table 1]", "1,1 名称", "2,1 甲", "3,1 合计"]


def test_empty_tables_and_columns_take_their_place_and_no_more(page: Drawn) -> None:
    row = "<tr>" + "<td>&nbsp;" * 300 + "<td>甲"
    assert page(f"<table><tr><td> </table><table>{row}</table>") == ["[table 1]", "1,301 甲"]


def test_many_slots_are_a_limit() -> None:
    rows = "<tr>" + "<td colspan=1000>甲" * 3
    content = f"<html><table>{rows * 4}</table>".encode()
    assert len(read(content, "a.html", Request(Limits(cells=12_000))).grids[0].cells) == 12
    with pytest.raises(ReadError) as refused:
        read(content, "a.html", Request(Limits(cells=11_999)))
    assert refused.value.status is Status.LIMIT
