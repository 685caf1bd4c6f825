"""Lists of yearly tasks above the indicators."""

from parsers.layouts.grids.rows import rows_of
from parsers.layouts.heads.tasks import Tasks, tasks_at
from tests.drawing import document


def listed(drawing: str) -> list[list[tuple[str, str]] | None]:
    """What each row of a drawing tells as a row of a list of tasks."""
    told: list[list[tuple[str, str]] | None] = []
    tasks: Tasks | None = None
    for row in rows_of(document(drawing).grids[0]):
        tasks = tasks_at(row, tasks)
        told.append([(label, slot.text) for label, slot in tasks.told(row)] if tasks is not None else None)
    return told


def test_a_list_right_of_its_label() -> None:
    assert listed("年度主要任务 | 任务名称 | 主要内容 | 预算金额\n^ | 普查 | 清查 | 560\n年度总体目标 | 完成普查") == [
        [],
        [("任务名称", "普查"), ("主要内容", "清查"), ("预算金额", "560")],
        None,
    ]


def test_labels_in_two_rows_without_merges() -> None:
    drawing = "年度主要任务 | 任务名称 | 内容 | 预算金额 | |\n | | | 总额 | 财政拨款 | 其他资金\n | 普查 | 清查 | 560 | 500 | 60"
    assert listed(drawing)[2] == [
        ("任务名称", "普查"),
        ("内容", "清查"),
        ("预算金额 总额", "560"),
        ("预算金额 财政拨款", "500"),
        ("预算金额 其他资金", "60"),
    ]


def test_a_list_that_has_no_label_of_its_own_ends_at_the_next_label() -> None:
    assert listed("任务名称 | 主要内容 | 金额\n普查 | 清查 | 560\n年度总体目标 | 完成")[1:] == [
        [("任务名称", "普查"), ("主要内容", "清查"), ("金额", "560")],
        None,
    ]
