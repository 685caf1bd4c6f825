"""Where another table begins, below a form or on its own, and where it ends."""

import pytest

from schema.catalogue import Code
from tests.parsers.layouts.reading_drawings import read

FORM = (
    "2024年项目支出绩效目标表\n项目名称 | 河道保洁 | < | <\n一级指标 | 二级指标 | 三级指标 | 指标值\n"
    "产出指标 | 数量指标 | 保洁河道 | 8条\n满意度指标 | 满意度指标 | 居民满意度 | 90%以上"
)


def _read(drawing: str) -> tuple[list[str], dict[str, int], int]:
    found = read(drawing)
    return [i.name for table in found.tables for i in table.indicators], found.cells.ignored, found.cells.reported


PURCHASES = (
    "序号 | 采购项目名称 | 采购内容 | 指标要求 | 数量 | 单位 | 总价（元）\n"
    "1 | 课桌椅采购 | 升降课桌椅 | 符合国家标准 | 500 | 套 | 160000\n合计 | | | | | | 160000\n"
)
ASSETS = "指标 | 单位 | 2023年 | 2024年\n师生比 | 比值 | 1:14 | 1:13.5\n预算收入 | 万元 | 2000 | 2100\n"


@pytest.mark.parametrize(
    "drawing",
    [
        f"2024年政府采购及绩效公开\n\n{PURCHASES}\n资产绩效情况\n\n{ASSETS}",
        f"2024年政府采购及绩效公开 | < | < | < | < | < | <\n{PURCHASES}资产绩效情况 | < | < | < | < | < | <\n{ASSETS}",
        f"索引号： | 0148-2024 | 发布机构： | 办公室\n\n2024年政府采购及绩效公开\n\n{PURCHASES}\n资产绩效情况\n\n{ASSETS}",
    ],
    ids=["paragraphs", "a sheet", "below another table"],
)
def test_purchases_and_assets_under_a_heading_that_speaks_of_performance_are_no_form(drawing: str) -> None:
    found = read(drawing)
    assert found.tables == ()
    assert {diagnostic.code for diagnostic in found.diagnostics} == {Code.OTHER_TABLE}


def test_tasks_below_the_indicators_in_words_of_no_head_are_a_table_of_their_own() -> None:
    tasks = "工作任务 | 年度目标 | 完成情况 | 完成率\n隐患排查 | 1000处 | 1100处 | 110%"
    names, ignored, _ = _read(f"{FORM}\n\n{tasks}")
    assert (names, ignored["other-table"]) == (["保洁河道", "居民满意度"], 8)


def test_a_table_ends_where_a_line_opens_the_next() -> None:
    after = "绩效质量监测\n一级指标 | 二级指标 | 均值\n学业 | 阅读 | 510"
    names, _, _ = _read(f"{FORM}\n情况统计 | < | < | <\n类别 | 项目数 | 金额 | 占比\n一般 | 120 | 560 | 80%\n{after}")
    assert names == ["保洁河道", "居民满意度"]


def test_levels_nobody_listed_below_a_page_break_are_the_form_s() -> None:
    names, _, _ = _read(f"{FORM}\n\n履职 | 改革创新 | 服务水平 | 有效提升\n履职 | 改革创新 | 办件量 | ≥30件")
    assert names == ["保洁河道", "居民满意度", "服务水平", "办件量"]


def test_a_header_of_two_rows_that_is_printed_again_opens_no_other_table() -> None:
    header = (
        "序号 | 主管部门 | 预算单位 | 项目名称 | 预算金额 | < | 年度绩效目标 | 绩效指标 | < | < | < | <\n"
        "^ | ^ | ^ | ^ | 资金总额 | 财政拨款 | ^ | 一级指标 | 二级指标 | 三级指标 | 指标值 | 权重\n"
    )
    row = "{} | 市水利局 | 河道站 | {} | 4512.50 | 3610.00 | 巩固供水 | 产出 | 数量 | 养护工程 | 41处以上 | 8\n"
    more = "^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | 质量 | 水质达标率 | 97%以上 | 8\n"
    found = read(
        f"2024年度项目绩效目标汇总表\n{header}{row.format(1, '河道治理')}{more}{header}{row.format(2, '堤防维护')}{more}"
    )
    assert [table.project_name for table in found.tables] == ["河道治理", "堤防维护"]
    assert found.cells.reported == 0
