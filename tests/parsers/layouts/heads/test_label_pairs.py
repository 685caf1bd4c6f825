"""Which cells of a row are labels, and which their texts."""

from tests.parsers.layouts.heads.drawn_heads import fields, head_of


def test_a_label_and_its_text_in_one_cell() -> None:
    head, uses = head_of("项目名称：甲 | 主管部门：乙局\n预算金额：1,000万元 | 项目属性：延续")
    assert fields(head) == [("项目名称", "甲"), ("主管部门", "乙局"), ("预算金额", "1,000万元"), ("项目属性", "延续")]
    assert [(amount.part, amount.text) for amount in head.amounts] == [("total", "1,000万元")]
    assert uses.used == 4


def test_a_word_that_is_a_label_elsewhere_is_the_text_of_its_label() -> None:
    head, _ = head_of("支出类别 | 项目支出 | 项目属性 | 延续\n资金性质 | 一般公共预算 | 100")
    assert fields(head) == [("支出类别", "项目支出"), ("项目属性", "延续"), ("一般公共预算", "100"), ("资金性质", "")]


def test_several_labels_with_texts_in_one_cell() -> None:
    head, _ = head_of("项目资金（万元） | 资金总额：100⏎其中：财政拨款：90⏎其他资金：10")
    assert [(amount.part, amount.text) for amount in head.amounts] == [
        ("total", "100"), ("fiscal", "90"), ("other", "10"),
    ]  # fmt: skip
