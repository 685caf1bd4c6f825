"""Labels and their texts in one line."""

import pytest

from parsers.layouts.inline_labels import inline, told_apart


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("预算单位：某县农业农村局", ("预算单位", "某县农业农村局")),
        ("项目金额：560.00万元", ("项目金额", "560.00万元")),
        ("目标1：完成治理", None),
        ("项目名称：" + "长" * 3000, None),
        ("：", None),
    ],
)
def test_a_label_and_its_text(line: str, told: tuple[str, str] | None) -> None:
    assert inline(line) == told


def test_a_line_of_several_labels_is_cut_before_each() -> None:
    assert told_apart("填报单位：某局 预算年度：2024年") == ("填报单位：某局", "预算年度：2024年")
    assert told_apart("项目名称：甲 乙") == ("项目名称：甲 乙",)
