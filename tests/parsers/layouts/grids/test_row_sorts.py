"""What sort of row one is."""

import pytest

from parsers.layouts.grids.row_sorts import heads_columns, names_project, same_words
from parsers.layouts.grids.rows import Row, rows_of
from tests.drawing import document


def _row(drawing: str) -> Row:
    return rows_of(document(drawing).grids[0])[0]


@pytest.mark.parametrize(
    ("row", "names"),
    [
        ("项目名称 | 信息化运维", True),
        ("主管部门 | 财政局 | 项目名称 | 信息化运维", True),
        ("项目名称 |", True),
        ("主管部门 | 预算单位 | 项目名称 | 绩效目标 | 绩效指标", False),
        ("一级指标 | 二级指标 | 三级指标 | 指标值", False),
    ],
)
def test_a_row_names_a_project_where_a_text_follows_the_label(row: str, names: bool) -> None:
    assert names_project(_row(row)) is names


def test_a_header_is_labels_of_columns_and_little_else() -> None:
    assert heads_columns(_row("一级指标 | 三级指标 | 指标值"))
    assert not heads_columns(_row("指标值 | 权重"))
    assert not heads_columns(_row("数量指标 | 指标名称：巡查 | ≥24次"))


def test_a_header_printed_again_reads_the_same() -> None:
    one, other = _row("一级 指标 | 指标值"), _row("一级指标 | 指标值")
    assert same_words(one.slots, other.slots)
