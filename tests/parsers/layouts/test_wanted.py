"""Pages that may belong to a performance table."""

import pytest

from parsers.layouts.wanted import wanted


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("附件3\n项目支出绩效目标表\n（2024年度）", True),
        ("一级\n指标\n三级\n指标\n年度指标值", True),
        ("效 益 指 标 社会效益指标 有效提升\n满意度指标", True),
        ("项目支出绩效自评表", True),
        ("项\r\n目\r\n支\r\n出\r\n绩\r\n效\r\n自\r\n评\r\n表\r\n（2023\r\n年\r\n度\r\n）", True),
        ("预\n算\n绩\n效\n管\n理", False),
        ("部门收支总表\n收入 支出", False),
        ("关于绩效的说明：本部门实行全面预算绩效管理。", False),
        ("", False),
    ],
)
def test_titles_labels_and_levels_are_wanted(text: str, may: bool) -> None:
    assert wanted(text) is may
