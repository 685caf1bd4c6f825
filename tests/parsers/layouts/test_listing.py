"""Which rows of a list belong to which project."""

import pytest

from parsers.layouts.grids.list_header import read_header
from parsers.layouts.grids.rows import rows_of
from parsers.layouts.grids.uses import Uses
from parsers.layouts.listing import fields_of, names_owner, projects
from tests.drawing import document
from tests.parsers.layouts.reading_drawings import read

HEADER = "单位名称 | 项目名称 | 预算数 | 三级指标 | 指标值"


def listed(rows: str, header: str = HEADER) -> tuple[list[tuple[list[str], int]], Uses]:
    """The cells of each project and how many rows it has."""
    grid = rows_of(document(f"{header}\n{rows}").grids[0])
    read, uses = read_header(grid, 0), Uses()
    found = projects(grid[read.end :], read, fields_of(read), uses)
    return [([slot.text for _, slot in project.cells], len(project.rows)) for project in found], uses


@pytest.mark.parametrize(
    "rows",
    [
        "某局 | 甲 | 5 | 会议 | 1次\n某局 | 甲 | 5 | 报告 | 2份\n某局 | 乙 | 7 | 论坛 | 1场",
        "某局 | 甲 | 5 | 会议 | 1次\n^ | ^ | ^ | 报告 | 2份\n^ | 乙 | 7 | 论坛 | 1场",
        "某局 | 甲 | 5 | 会议 | 1次\n | | | 报告 | 2份\n | 乙 | 7 | 论坛 | 1场",
        "某局 | | | |\n | 甲 | 5 | |\n | | | 会议 | 1次\n | | | 报告 | 2份\n | 乙 | 7 | 论坛 | 1场",
        "某局 | | 12 | |\n | 甲 | 5 | 会议 | 1次\n | | | 报告 | 2份\n合计 | | 5 | |\n | 乙 | 7 | 论坛 | 1场",
    ],
    ids=["repeated", "merged", "blank below", "office and project on rows of their own", "totals between"],
)
def test_project_cells_in_every_manner(rows: str) -> None:
    found, _ = listed(rows)
    assert [(cells, count) for cells, count in found] == [(["某局", "甲", "5"], 2), (["某局", "乙", "7"], 1)]


def test_an_office_that_changes_ends_the_project_above_it() -> None:
    found, _ = listed("甲局 | 运转经费 | 5 | 会议 | 1次\n乙局 | 运转经费 | 7 | 会议 | 2次")
    assert found == [(["甲局", "运转经费", "5"], 1), (["乙局", "运转经费", "7"], 1)]


def test_a_project_named_again_further_down_goes_on() -> None:
    found, uses = listed("某局 | 甲 | 5 | 会议 | 1次\n某局 | 乙 | 7 | 论坛 | 1场\n某局 | 甲 | 5 | 报告 | 2份")
    assert found == [(["某局", "甲", "5"], 2), (["某局", "乙", "7"], 1)]
    assert sorted(set(uses.noted.values())) == ["repeated"]


def test_a_project_printed_again_with_the_same_rows_is_a_table_of_its_own() -> None:
    found, _ = listed("某局 | 甲 | 5 | 会议 | 1次\n某局 | 乙 | 7 | 论坛 | 1场\n某局 | 甲 | 5 | 会议 | 1次")
    assert [count for _, count in found] == [1, 1, 1]


@pytest.mark.parametrize(
    ("header", "rows", "found"),
    [
        (
            "单位名称 | 项目名称 | 预算数 | 绩效目标 | 三级指标 | 指标值",
            "某局 | 甲 | 30 | 修一号楼 | 面积 | 500㎡\n^ | 甲 | 45 | 修二号楼 | 面积 | 800㎡\n^ | ^ | ^ | ^ | 层数 | 6层",
            [(["某局", "甲", "30", "修一号楼"], 1), (["某局", "甲", "45", "修二号楼"], 2)],
        ),
        (
            HEADER,
            "某局 | 甲 | 5 | 会议 | 1次\n某局 | 甲 | 5 | 报告 | 2份\n某局 | 甲 | 7 | 会议 | 3次\n某局 | 甲 | 7 | 论坛 | 1场",
            [(["某局", "甲", "5"], 2), (["某局", "甲", "7"], 2)],
        ),
    ],
    ids=["another goal", "another amount"],
)
def test_two_projects_of_one_name_are_told_apart(header: str, rows: str, found: list[tuple[list[str], int]]) -> None:
    assert listed(rows, header)[0] == found


def test_an_amount_on_every_row_of_a_project_begins_none() -> None:
    found, _ = listed("某局 | 甲 | 5 | 会议 | 1次\n某局 | 甲 | 7 | 报告 | 2份\n某局 | 甲 | 8 | 论坛 | 1场")
    assert [count for _, count in found] == [3]


def test_an_office_named_alone_in_the_column_of_projects_is_theirs() -> None:
    found, _ = listed("某局 | | |\n甲 | 5 | 会议 | 1次\n乙 | 7 | 论坛 | 1场", "项目名称 | 预算数 | 三级指标 | 指标值")
    assert found == [(["某局", "甲", "5"], 1), (["某局", "乙", "7"], 1)]


def test_totals_and_numbered_columns_are_left_out_by_name() -> None:
    _, uses = listed("1 | 2 | 3 | 4 | 5\n某局小计 | | 12 | |\n某局 | 甲 | 5 | 会议 | 1次")
    assert sorted(uses.noted.values()) == ["header"] * 5 + ["total"] * 2


def test_the_word_that_heads_offices_before_the_levels_heads_measures_behind_them() -> None:
    grid = rows_of(document("单位 | 项目名称 | 三级指标 | 指标值 | 单位\n某局 | 甲 | 会议 | 1 | 次").grids[0])
    found = fields_of(read_header(grid, 0))
    assert [(column, field.name) for column, field in found.items()] == [(1, "agency"), (2, "project_name")]
    assert names_owner(found, of_projects=True)
    assert not names_owner({1: found[1]}, of_projects=True)


def test_amounts_under_one_label_are_read_with_its_unit() -> None:
    found = read(
        """
        2024年项目支出绩效目标表
        单位名称 | 项目名称 | 资金（元） | < | < | 一级指标 | 三级指标 | 指标值
        ^ | ^ | 合计 | 财政拨款 | 其他资金 | ^ | ^ | ^
        某局 | 甲项目 | 100 | 80 | 20 | 产出指标 | 培训人数 | ≥100人
        """
    )
    assert [table.budget.model_dump() for table in found.tables] == [{"total": "100", "fiscal": "80", "other": "20"}]
    assert found.cells.reported == 0


def test_an_office_with_its_code_among_the_names_of_projects_owns_those_below() -> None:
    found = read(
        """
        2024年项目支出绩效目标表（单位：元）
        项目名称 | 预算数 | 三级指标 | 指标值
        [155]某县民政局 | 300 | |
        甲项目 | 100 | 培训人数 | ≥100人
        乙项目 | 200 | 修路 | ≥10公里
        [156]某县教育局 | 50 | |
        丙项目 | 50 | 设备 | ≥10台
        """
    )
    assert [(table.agency_code, table.agency, table.project_name) for table in found.tables] == [
        ("155", "某县民政局", "甲项目"),
        ("155", "某县民政局", "乙项目"),
        ("156", "某县教育局", "丙项目"),
    ]
    assert found.cells.reported == 0


@pytest.mark.parametrize(
    ("rows", "scores"),
    [
        ("甲 | 改造小区 | 3个 | 98\n^ | 受益居民 | 320人 | ^\n乙 | 绿化面积 | 2亩 | 99", [("98", [None, None]), ("99", [None])]),
        ("甲 | 改造小区 | 3个 | 50\n^ | 受益居民 | 320人 | 48", [(None, ["50", "48"])]),
        ("甲 | 改造小区 | 3个 | 98\n^ | 受益居民 | 320人 | ^\n^ | 绿化面积 | 2亩 | 9", [(None, ["98", "98", "9"])]),
    ],
    ids=["merged over the project", "of each indicator", "merged over some"],
)  # fmt: skip
def test_a_score_merged_over_all_rows_of_a_project_is_the_project_s(
    rows: str, scores: list[tuple[str | None, list[str | None]]]
) -> None:
    found = read(f"2024年度项目支出绩效自评汇总表\n项目名称 | 三级指标 | 目标值 | 自评得分\n{rows}").tables
    assert [(table.score, [indicator.score for indicator in table.indicators]) for table in found] == scores
