"""A form that goes on under its title printed again."""

import pytest

from schema.table import PerformanceTable
from tests.parsers.layouts.reading_drawings import read

TITLE = "2024年度项目支出绩效自评表"
HEADER = "一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值\n"
HEAD = "项目名称 | 高标准农田 | < | < | <\n" + HEADER
FIRST = "产出指标 | 数量指标 | 建设面积 | 2万亩 | 2万亩\n"
SECOND = "产出指标 | 质量指标 | 合格率 | 100% | 100%\n满意度指标 | 服务对象满意度指标 | 农户满意度 | ≥90% | 95%\n"
LINES = " | < | < | < | <\n"


def _drawn(line: str, below: str, *, sheet: bool) -> str:
    if sheet:
        return TITLE + LINES + HEAD + FIRST + line.replace("\n", LINES) + LINES + below
    return f"{TITLE}\n\n{HEAD}{FIRST}\n{line}\n\n{below}"


def _names(tables: tuple[PerformanceTable, ...]) -> list[tuple[str | None, list[str]]]:
    return [(table.project_name, [indicator.name for indicator in table.indicators]) for table in tables]


@pytest.mark.parametrize("sheet", [True, False])
@pytest.mark.parametrize(
    "line",
    [
        f"{TITLE}（续）",
        f"{TITLE}（续表）",
        f"{TITLE}(续1)",
        f"续表：{TITLE}",
        f"（续）{TITLE}",
        f"{TITLE} 续表",
        TITLE,
        "续表",
        "续上表",
        "（接上表）",
        "续表1",
    ],
)
def test_a_form_goes_on_under_its_title(line: str, *, sheet: bool) -> None:
    found = read(_drawn(line, HEADER + SECOND, sheet=sheet))
    assert _names(found.tables) == [("高标准农田", ["建设面积", "合格率", "农户满意度"])]
    assert found.tables[0].title == TITLE
    assert found.cells.reported == 0


@pytest.mark.parametrize("sheet", [True, False])
def test_it_may_do_so_without_its_header(*, sheet: bool) -> None:
    found = read(_drawn(f"{TITLE}（续）", SECOND, sheet=sheet))
    assert _names(found.tables) == [("高标准农田", ["建设面积", "合格率", "农户满意度"])]
    assert [indicator.actual for indicator in found.tables[0].indicators] == ["2万亩", "100%", "95%"]


@pytest.mark.parametrize("sheet", [True, False])
def test_a_title_again_over_another_project_is_another_forms(*, sheet: bool) -> None:
    second = HEAD.replace("高标准农田", "机井") + FIRST.replace("建设面积", "眼数")
    found = read(_drawn(f"{TITLE}（续）", second, sheet=sheet))
    assert _names(found.tables) == [("高标准农田", ["建设面积"]), ("机井", ["眼数"])]


@pytest.mark.parametrize("sheet", [True, False])
def test_the_bare_title_over_levels_that_were_told_before_is_another_forms(*, sheet: bool) -> None:
    first = HEAD + FIRST + SECOND
    drawn = _drawn(TITLE, HEADER + FIRST.replace("建设面积", "眼数"), sheet=sheet).replace(HEAD + FIRST, first)
    assert _names(read(drawn).tables) == [
        ("高标准农田", ["建设面积", "合格率", "农户满意度"]),
        (None, ["眼数"]),
    ]


@pytest.mark.parametrize("sheet", [True, False])
def test_lines_that_stood_below_the_title_may_be_printed_again_too(*, sheet: bool) -> None:
    year = "（2024年度）"
    drawn = _drawn(f"{TITLE}（续）\n{year}", HEADER + SECOND, sheet=sheet)
    above = f"{TITLE}{LINES}{year}{LINES}" if sheet else f"{TITLE}\n{year}\n"
    drawn = above + drawn.removeprefix(TITLE + (LINES if sheet else "\n"))
    assert _names(read(drawn).tables) == [("高标准农田", ["建设面积", "合格率", "农户满意度"])]
