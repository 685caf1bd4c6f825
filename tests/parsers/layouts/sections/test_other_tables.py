"""Tables of another kind below a form, and what goes on with the form all the same."""

import pytest

from parsers.layouts import Hints, interpret
from schema.document import Document, Text
from tests.parsers.layouts.paged import paged
from tests.parsers.layouts.reading_drawings import read

FORM = (
    "2024年项目支出绩效目标表\n项目名称 | 河道保洁 | < | <\n一级指标 | 二级指标 | 三级指标 | 指标值\n"
    "产出指标 | 数量指标 | 保洁河道 | 8条\n满意度指标 | 满意度指标 | 居民满意度 | 90%以上"
)
BOUGHT = "采购项目 | 数量 | 单位 | 金额\n计算机 | 10 | 台 | 5\n打印机 | 3 | 台 | 1"


def _read(drawing: str) -> tuple[list[str], dict[str, int], int]:
    found = read(drawing)
    return [i.name for table in found.tables for i in table.indicators], found.cells.ignored, found.cells.reported


@pytest.mark.parametrize(
    "heading",
    [
        "附表15：政府采购预算表",
        "表15：政府采购预算表",
        "附件3：机关运行经费明细",
        "三、国有资产占用情况",
        "（三）政府采购支出情况",
        "名词解释",
        "政府采购情况说明如下：",
        "单位：万元",
        "注：本表一式三份。\n第四部分 名词解释\n一、财政拨款收入：指本级财政拨款。\n附件：机关运行经费明细",
        "填报人：韦某\n附件二 2024年采购\n单位：万元",
    ],
)
@pytest.mark.parametrize(
    "table",
    [
        BOUGHT,
        "单位 | 债务类别 | 年初余额 | 年末余额\n水务局 | 一般债务 | 100 | 120\n水投公司 | 专项债务 | 300 | 300",
        "科目 | 2023年 | 2024年 | 增减率\n办公费 | 30 | 28 | -6%",
        "资产名称 | 2023年 | < | 备注\n^ | 数量 | 价值 | ^\n车辆 | 2 | 45 | 无",
        "单位名称 | 合计 | 因公出国（境） | 公务接待\n某县信访局 | 5.6 | 0 | 1.6",
    ],
)
def test_another_table_below_a_heading_holds_no_indicators(heading: str, table: str) -> None:
    names, ignored, reported = _read(f"{FORM}\n{heading}\n{table}")
    assert names == ["保洁河道", "居民满意度"]
    assert ignored["other-table"] == table.replace("\n", "|").count("|") + 1 - table.count("<") - table.count("^")
    assert reported == 0


def test_so_it_is_where_nothing_stands_between_the_two() -> None:
    names, ignored, reported = _read(f"{FORM}\n\n{BOUGHT}")
    assert (names, ignored["other-table"], reported) == (["保洁河道", "居民满意度"], 12, 0)


def test_so_it_is_on_a_sheet_where_its_heading_is_a_row() -> None:
    for heading in ("附件3：机关运行经费明细 | < | < | <", "附件3：机关运行经费明细 | | |"):
        sheet = FORM.replace("目标表\n", "目标表 | < | < | <\n")
        names, ignored, reported = _read(f"{sheet}\n{heading}\n{BOUGHT}")
        assert (names, ignored["other-table"], reported) == (["保洁河道", "居民满意度"], 13, 0)


@pytest.mark.parametrize("between", ["附表15：政府采购预算表", "三、政府采购情况", "第四部分 名词解释"])
def test_so_it_is_on_the_next_page(between: str) -> None:
    first, second = paged(FORM), paged(BOUGHT).grids[0]
    cells = tuple(c._replace(box=c.box._replace(page=2)) for c in second.cells if c.box is not None)
    moved = second.model_copy(update={"place": "page 2 › table 1", "cells": cells})
    blocks = (*first.blocks, Text(place="page 2", text=between), moved)
    (table,) = interpret(Document(source="pdf", blocks=blocks), Hints(file_name="a.pdf")).tables
    assert [i.name for i in table.indicators] == ["保洁河道", "居民满意度"]


def test_a_form_below_another_table_is_read_though_it_has_no_title() -> None:
    second = FORM.partition("\n")[2].replace("河道保洁", "农村供水").replace("保洁河道", "供水管道")
    found = read(f"{FORM}\n三、国有资产占用情况\n{BOUGHT}\n\n{second}")
    assert [(t.project_name, [i.name for i in t.indicators]) for t in found.tables] == [
        ("河道保洁", ["保洁河道", "居民满意度"]),
        ("农村供水", ["供水管道", "居民满意度"]),
    ]


@pytest.mark.parametrize(
    ("between", "rest", "names"),
    [
        ("— 2 —", "效益指标 | 社会效益 | 就业数量 | 提升", ["就业数量"]),
        ("某县水务局2024年部门预算", "效益指标 | 社会效益 | 就业数量 | 提升", ["就业数量"]),
        ("某县水务局2024年部门预算", " | | 工资发放金额 | 100万元\n | | 人员数量 | 5人", ["工资发放金额", "人员数量"]),
        ("三、效益", "一级指标 | 二级指标 | 三级指标 | 指标值\n效益 | 社会效益 | 就业数量 | 提升", ["就业数量"]),
    ],
)
def test_what_goes_on_with_the_form_is_still_its_own(between: str, rest: str, names: list[str]) -> None:
    assert _read(f"{FORM}\n{between}\n{rest}")[0] == ["保洁河道", "居民满意度", *names]


def test_the_money_of_a_form_may_stand_below_its_indicators() -> None:
    money = "项目资金（万元） | 年初预算数 | 全年预算数 | 全年执行数\n年度资金总额 | 10 | 12 | 11"
    (table,) = read(f"{FORM}\n三、预算执行情况\n{money}").tables
    assert [(fund.role, fund.amount) for fund in table.funds] == [
        ("initial", "100000"),
        ("budget", "120000"),
        ("executed", "110000"),
    ]


@pytest.mark.parametrize(
    "table",
    [
        "序号 | 问题 | 整改措施 | 完成时限\n1 | 指标值偏低 | 调整指标 | 2024年6月",
        "一级指标 | 二级指标 | 本县均值 | 全省均值\n学业发展 | 阅读素养 | 510 | 500",
        "一级指标 | 二级指标 | 三级指标 | 分值 | 评分标准 | 得分\n决策 | 项目立项 | 立项依据 | 10 | 充分得满分 | 10",
        "序号 | 指标 | 单位 | 2023年 | 2024年\n1 | 毕业去向落实率 | % | 92 | 93\n2 | 学生满意度 | % | 95 | 96",
        "序号 | 考核指标 | 目标值 | 完成值 | 得分 | 责任单位\n1 | 投资增速 | 8% | 8.5% | 10 | 发改局",
    ],
)
@pytest.mark.parametrize(
    "between",
    ["", "\n", " | | | \n", "“十四五”时期监测结果\n", "第四部分 其他事项说明\n", "主要指标 | < | < | <\n"],
    ids=["nothing", "the end of a grid", "a blank row", "a line", "a heading", "a row"],
)
def test_a_header_of_its_own_opens_another_table_whatever_stands_between(between: str, table: str) -> None:
    found = read(f"{FORM}\n{between}{table}")
    (form,) = (known for known in found.tables if known.kind != "other")
    assert [indicator.name for indicator in form.indicators] == ["保洁河道", "居民满意度"]
    said = {diagnostic.code.value for diagnostic in found.diagnostics}
    assert said & {"other-table", "table-not-understood", "scoring-framework"}


def test_numbers_below_tell_a_header_where_a_label_reads_as_a_value() -> None:
    names, ignored, _ = _read(f"{FORM}\n\n调查对象 | 发放问卷 | 收回问卷 | 满意 | 满意率\n企业 | 60 | 58 | 55 | 94.8%")
    assert (names, ignored["other-table"]) == (["保洁河道", "居民满意度"], 10)


def test_labels_over_groups_of_columns_open_a_table_with_the_header_below_them() -> None:
    accounts = "收入 | < | 支出 | <\n项目 | 金额 | 项目 | 金额\n财政拨款收入 | 5632.1 | 公共服务支出 | 5432.1"
    names, ignored, reported = _read(f"{FORM}\n\n{accounts}")
    assert (names, ignored["other-table"], reported) == (["保洁河道", "居民满意度"], 10, 0)


@pytest.mark.parametrize(
    "table",
    [
        "序号 | 小区 | 米\n1 | 甲小区 | 320\n2 | 乙小区 | 450",
        "序号 | 名单\n1 | 张三\n2 | 李四",
        "小区 | 米\n甲小区 | 320\n乙小区 | 450",
        "小区 | 长度 | 备注\n甲小区 | 320米 |\n乙小区 | 450米 |",
        "姓名 | 职务 | 电话\n张三 | 主任 | 88888\n李四 | 科员 | 99999",
    ],
)
@pytest.mark.parametrize("between", ["", "备注：以上为年度目标。\n\n", "填报人：张三\n\n", "附：改造明细\n\n"])
def test_a_short_table_in_words_nobody_listed_holds_no_indicators(between: str, table: str) -> None:
    names, ignored, reported = _read(f"{FORM}\n\n{between}{table}")
    assert names == ["保洁河道", "居民满意度"]
    assert (ignored["other-table"], reported) == (
        len([cell for cell in table.replace("\n", "|").split("|") if cell.strip()]),
        0,
    )


@pytest.mark.parametrize(
    ("rest", "names"),
    [
        ("清运垃圾 | 320吨\n巡查 | 450次", ["清运垃圾", "巡查"]),
        ("内容 | 目标值\n清运垃圾 | 320吨\n巡查 | 450次", ["清运垃圾", "巡查"]),
    ],
)
def test_names_with_values_below_a_form_are_its_indicators(rest: str, names: list[str]) -> None:
    assert _read(f"{FORM}\n\n{rest}")[0] == ["保洁河道", "居民满意度", *names]
