"""The columns of a grid, asked for what they hold."""

from parsers.layouts.grids.rows import Row, rows_of
from parsers.layouts.indicators.columns import Columns, odd_headers
from parsers.layouts.indicators.grid_header import read_columns
from tests.drawing import document


def read(drawing: str) -> tuple[Columns, Row]:
    header, row = rows_of(document(drawing).grids[0])
    columns = read_columns(header)
    assert columns is not None
    return columns, row


def test_what_a_column_holds() -> None:
    columns, _ = read("三级指标 | < | 指标值 | 前年 | 上年\n修路 | < | 3公里 | 1公里 | 2公里")
    assert (columns.first("name"), columns.first("value"), columns.first("score")) == (1, 3, None)
    assert [columns.role(column) for column in (1, 2, 3)] == ["name", "name", "value"]


def test_what_is_told_in_several_columns() -> None:
    columns, row = read("三级指标 | 指标值 | 偏差原因 | 整改措施\n修路 | 3公里 | 雨季 | 赶工")
    told = columns.told_in_parts(row)["deviation"]
    assert [(part.label, part.slot.text) for part in told] == [("偏差原因", "雨季"), ("整改措施", "赶工")]
    assert [slot.text for slot in columns.of_group(row).slots] == ["修路", "3公里"]


def test_a_label_that_names_again_what_another_one_names_is_said_once() -> None:
    columns, _ = read("三级指标 | 指标值 | 得分 | 得分 | 权重\n修路 | 3公里 | 9 | 9 | 10")
    (odd,) = odd_headers([columns, columns])
    assert odd.code.value == "column-twice"
