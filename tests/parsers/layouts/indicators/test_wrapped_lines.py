"""Values and names that a person or a narrow cell broke, told from several in one cell."""

import pytest

from parsers.layouts.indicators.wrapped_lines import unwrapped
from schema.catalogue import Code
from tests.parsers.layouts.reading_drawings import one, read

HEAD = "项目支出绩效自评表\n一级指标 | 二级指标 | 三级指标 | 指标值 | 实际完成值 | 分值\n产出指标 | 数量指标 |"


def _told(row: str) -> list[tuple[str, str | None]]:
    return [(indicator.name, indicator.stated.value) for indicator in one(f"{HEAD} {row}").indicators]


@pytest.mark.parametrize(
    ("row", "name", "value"),
    [
        ("项目完成⏎时间 | 2024年⏎12月底前 | 2024年⏎12月 | 20", "项目完成时间", "2024年12月底前"),
        ("人民调解员⏎培训合格率 | ≥95%⏎（含） | 96% | 20", "人民调解员培训合格率", "≥95%（含）"),
        ("群众法治⏎意识 | 明显⏎提高 | 明显⏎提高 | 20", "群众法治意识", "明显提高"),
        ("治安巡查⏎次数 | ≥24次⏎/年 | |", "治安巡查次数", "≥24次/年"),
        ("培训⏎合格率 | 95%⏎以上 | |", "培训合格率", "95%以上"),
        ("培训⏎合格率 | ≥⏎95% | |", "培训合格率", "≥95%"),
        ("组织培训⏎次数 | 每年⏎2次以上 | 3次 | 10", "组织培训次数", "每年2次以上"),
        ("项目⏎成本 | 控制在⏎80万元以内 | 79万元 | 10", "项目成本", "控制在80万元以内"),
    ],
)
def test_one_name_and_one_value_in_two_lines_are_one_indicator_and_said(row: str, name: str, value: str) -> None:
    assert _told(row) == [(name, value)]
    assert Code.PARAGRAPHS_JOINED in {diagnostic.code for diagnostic in read(f"{HEAD} {row}").diagnostics}


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("开工时间⏎完工时间 | 2024年3月⏎2024年12月 | |", [("开工时间", "2024年3月"), ("完工时间", "2024年12月")]),
        ("合格率⏎到岗率 | 100%⏎95% | 100% | 20", [("合格率", "100%"), ("到岗率", "95%")]),
        ("指标1：知晓率⏎指标2：安全感 | 明显⏎提高 | |", [("指标1：知晓率", "明显"), ("指标2：安全感", "提高")]),
        ("知晓率⏎安全感 | 明显⏎提高 | 明显⏎提高 | 5⏎5", [("知晓率", "明显"), ("安全感", "提高")]),
        ("巡查次数⏎培训次数 | ≥24次⏎/ | |", [("巡查次数", "≥24次"), ("培训次数", "/")]),
        ("群众安全感⏎干部能力 | 提高⏎增强 | |", [("群众安全感", "提高"), ("干部能力", "增强")]),
    ],
)
def test_several_names_with_a_value_each_stay_apart(row: str, expected: list[tuple[str, str]]) -> None:
    assert [(name, value) for name, value in _told(row)] == [(name.split("：")[-1], value) for name, value in expected]


def test_a_day_below_its_month_goes_on_with_it() -> None:
    assert unwrapped(["2024年10月", "31日前"]) == ("2024年10月31日前",)
    assert unwrapped(["2024年10月", "2024年12月"]) == ("2024年10月", "2024年12月")
