"""The head of a form: labels paired with their texts, lines above taken in."""

from parsers.layouts.head import Head, read_head, read_notes
from parsers.layouts.rows import rows_of
from parsers.layouts.sections import Note
from parsers.layouts.uses import Uses
from schema.span import Span
from tests.drawing import document


def head_of(drawing: str) -> tuple[Head, Uses]:
    head, uses = Head(), Uses()
    read_head(rows_of(document(drawing).grids[0]), head, uses)
    return head, uses


def _fields(head: Head) -> list[tuple[str, str]]:
    return [(field.label, field.text) for field in head.fields]


def test_pairs_side_by_side() -> None:
    head, uses = head_of("项目名称 | 甲 | 主管部门 | 财政局\n实施单位 | 乙中心 | 项目属性 | 延续项目")
    assert _fields(head) == [
        ("项目名称", "甲"),
        ("主管部门", "财政局"),
        ("实施单位", "乙中心"),
        ("项目属性", "延续项目"),
    ]
    assert uses.used == 8
    assert head.first("agency") is not None


def test_repeated_labels_are_all_kept_and_the_first_text_counts() -> None:
    head, _ = head_of("省级主管部门 | | 地方主管部门 | 珠海市场监管局\n主管部门 | 某局")
    assert [stated.text for stated in head.texts["department"]] == ["珠海市场监管局", "", "某局"]
    assert (first := head.first("department")) is not None
    assert first.text == "珠海市场监管局"


def test_texts_below_their_labels() -> None:
    head, _ = head_of("年度目标 | 中期目标 | <\n完成三项 | 建成体系 | <")
    assert _fields(head) == [("年度目标", "完成三项"), ("中期目标", "建成体系")]


def test_a_row_without_labels_continues_the_leftmost_label_that_waits() -> None:
    head, _ = head_of("资金用途 | 预算数 | 40 | 其他资金 |\n^ | 用于运维")
    assert ("资金用途", "用于运维") in _fields(head)
    assert [(amount.part, amount.text) for amount in head.amounts] == [("total", "40")]


def test_a_group_label_carries_nothing() -> None:
    head, uses = head_of("资金来源 | 财政拨款 | 40")
    assert _fields(head) == [("财政拨款", "40")]
    assert uses.noted[("table 1", 1, 1)] == "group-label"


def test_lines_above() -> None:
    lines = [
        "附件3",
        "专项资金绩效目标表",
        "甲项目绩效目标表",
        "610101天津市知识产权局",
        "单位：元",
        "（2023年度）",
        "填报单位：乙",
    ]
    head = Head()
    read_notes([Note(line, Span(place="text", row=row)) for row, line in enumerate(lines, 1)], head, Uses())
    assert head.title is not None
    assert (head.title.text, head.title.span.row, head.unit_of_money) == ("甲项目绩效目标表", 3, "元")
    assert [stated.text for stated in head.texts["agency"]] == ["610101天津市知识产权局", "乙"]
    assert _fields(head)[-2:] == [("", "2023年度"), ("填报单位", "乙")]
