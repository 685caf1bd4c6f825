"""Levels under whatever words, and labels that only gather."""

import pytest

from tests.parsers.layouts.reading_drawings import one, read

ROWS = (
    ("产出指标", "数量指标", "修路", "≥2公里"),
    ("^", "^", "架桥", "≥1座"),
    ("效益指标", "社会效益指标", "事故", "下降"),
)
WANTED = [("产出指标", "数量指标", "修路"), ("产出指标", "数量指标", "架桥"), ("效益指标", "社会效益指标", "事故")]


def drawn(header: str, side: tuple[str, ...] | None = None) -> str:
    rows = [" | ".join((*((side[n],) if side else ()), *row)) for n, row in enumerate(ROWS)]
    return "\n".join(("2024年项目支出绩效目标表", "项目名称 | 农村公路", header, *rows))


def told(drawing: str) -> list[tuple[str | None, str | None, str]]:
    return [(i.level1, i.level2, i.name) for i in one(drawing).indicators]


@pytest.mark.parametrize(
    "label", ["三级指标名称", "三级绩效指标", "考核指标", "末级指标", "绩效指标项", "三级工作要求"]
)
@pytest.mark.parametrize("side", [("^", "^", "^"), ("绩效指标", "绩效指标", "绩效指标"), ("", "", "")])
def test_what_gathers_all_columns_names_no_indicator(label: str, side: tuple[str, ...]) -> None:
    assert told(drawn(f"绩效指标 | 一级指标 | 二级指标 | {label} | 指标值", side)) == WANTED


@pytest.mark.parametrize(
    "labels",
    [
        ("指标类型", "指标分类"), ("指标大类", "指标小类"), ("一级指标", "指标分类"), ("指标类型", "指标类别"),
        ("指标维度", "指标类型"), ("甲", "乙"), ("绩效指标", "类别"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("side", [None, ("1", "2", "3")])
def test_a_column_of_levels_is_one_whatever_it_is_called(labels: tuple[str, str], side: tuple[str, ...] | None) -> None:
    header = " | ".join((*(("序号",) if side else ()), *labels, "指标名称", "指标值"))
    found = read(drawn(header, side))
    assert [(i.level1, i.level2, i.name) for i in found.tables[0].indicators] == WANTED
    assert {d.code.value for d in found.diagnostics} <= {"column-guessed"}


def test_a_list_of_projects_has_its_levels_under_any_words_too() -> None:
    rows = "修路 | 产出指标 | 数量指标 | 里程 | ≥2公里\n架桥 | 产出指标 | 质量指标 | 合格率 | =100%\n^ | ^ | 数量指标 | 桥 | 1座"
    found = read(f"项目支出绩效目标表\n项目名称 | 指标类型 | 指标分类 | 三级指标 | 指标值\n{rows}")
    levels = [(i.level1, i.level2) for table in found.tables for i in table.indicators]
    assert levels == [("产出指标", "数量指标"), ("产出指标", "质量指标"), ("产出指标", "数量指标")]


def test_natures_and_mixed_words_are_no_levels() -> None:
    header = "一级指标 | 指标类型 | 指标名称 | 指标值"
    (table,) = read(f"项目绩效目标表\n{header}\n产出指标 | 定量 | 里程 | ≥2公里\n效益指标 | 定性 | 事故 | 下降").tables
    assert [(i.level1, i.level2, i.nature) for i in table.indicators] == [
        ("产出指标", None, "定量"),
        ("效益指标", None, "定性"),
    ]
