"""Grids of every shape and none: the form says what it did not understand, and never fails."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.layouts import Hints, Interpretation, form, interpret
from parsers.layouts.registry import LAYOUTS, Layout, best_reading
from parsers.layouts.sections.sections import sections
from schema.catalogue import Code
from schema.document import Cell, Document, Grid
from tests.parsers.layouts.reading_drawings import read

WORDS = (
    "项目名称", "甲项目", "主管部门", "某局", "项目资金（万元）", "年度资金总额", "其中：财政拨款", "其他资金", "100.5", "年初预算数", "全年预算数", "全年执行数",
    "执行率", "分值", "得分", "总体目标", "年度目标", "中期目标", "预期目标", "实际完成情况", "完成普查工作。", "绩效指标", "一级指标", "二级指标", "三级指标", "四级指标", "指标值",
    "年度指标值", "实际完成值", "上半年", "全年", "优", "良", "中", "差", "调整前", "调整后", "城厢镇", "参内镇", "合计", "总分", "偏差原因分析", "经费保障", "√", "指标性质", "≥", "95",
    "%", "产出指标", "数量指标", "质量指标", "效益指标", "满意度指标", "培训人数", "其中：女性", "≥30人", "有效提升", "指标1：", "……", "年度主要任务", "任务名称", "主要内容", "预算金额",
    "项目负责人", "张某", "备注", "注：1.由单位填报", "新增项目□ 延续项目√", "项目支出绩效目标表", "（2024年度）", "单位：万元", "填报单位：某局", "历史值", "前年", "上年", "完成目标可能性",
    "确定能", "产\n出\n指\n标", "调整前绩效指标", "中期指标", "正向", "定性", "",
)  # fmt: skip


HEADERS = (
    ("一级指标", "二级指标", "三级指标", "指标值", "优", "良"),
    ("绩效指标", "一级指标", "二级指标", "三级指标", "指标值", "二级指标", "三级指标", "指标值"),
    ("指标名称", "计量单位", "指标性质", "指标值", "权重"),
    ("一级指标", "二级指标", "三级指标", "四级指标", "上半年", "全年", "备注"),
    ("三级指标", "调整前", "调整后", "调整原因"),
    ("项目名称", "一级指标", "三级指标", "城厢镇", "参内镇", "合计"),
)


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    """A grid of real words with cells merged at random, most often with a header somewhere in it."""
    height, width = draw(st.integers(1, 8)), draw(st.integers(1, 9))
    header, at = draw(st.sampled_from(HEADERS)), draw(st.integers(1, 8))
    taken: set[tuple[int, int]] = set()
    cells = []
    for row in range(1, height + 1):
        for column in range(1, width + 1):
            rows, columns = draw(st.sampled_from([(1, 1)] * 8 + [(2, 1), (1, 2), (3, 1), (1, 4), (2, 2)]))
            slots = {(row + down, column + right) for down in range(rows) for right in range(columns)}
            if not slots & taken:
                taken |= slots
                headed = row == at and column <= len(header)
                text = header[column - 1] if headed else draw(st.sampled_from(WORDS))
                cells.append(Cell(row=row, column=column, rows=rows, columns=columns, text=text))
    return Grid(place="table 1", cells=tuple(cells))


def interpreted(*found: Grid) -> Interpretation:
    """What the layouts make of grids."""
    return interpret(Document(source="drawing", blocks=found), Hints(file_name="a.txt"))


@settings(max_examples=150, deadline=None)
@given(grids())
def test_no_grid_of_real_words_fails_and_every_cell_is_accounted_for(grid: Grid) -> None:
    found = interpreted(grid)
    assert found.cells.holds
    reported = [d for d in found.diagnostics if d.code == "unused-cell"]
    assert len(reported) == found.cells.reported
    assert all(d.span is not None for d in reported)


@settings(max_examples=50, deadline=None)
@given(grids(), st.permutations(LAYOUTS))
def test_the_order_of_the_registry_decides_nothing(grid: Grid, layouts: list[Layout]) -> None:
    for section in sections(Document(source="drawing", blocks=(grid,))):
        assert best_reading(section, tuple(layouts)) == best_reading(section, LAYOUTS)


@pytest.mark.parametrize(
    "drawing",
    [
        "三级指标 |",
        "项目绩效目标表\n项目名称 |",
        "项目绩效目标表\n项目名称 | 甲 | 主管部门 | 某局",
        "项目绩效目标表\n项目名称 |\n主管部门 |\n年度目标 |",
        "项目绩效目标表\n一级指标 | 二级指标 | 三级指标 | 指标值",
        "项目绩效目标表\n一级指标 | 二级指标 | 三级指标 | 指标值\n产出指标 | 数量指标 | |",
        "项目绩效目标表 | < | <\n^ | < | <",
        "项目绩效目标表\n指标值 | 三级指标 | 指标值 | 三级指标 | 指标值\n1份 | 报告 | 2份 | 论坛 | 3场",
    ],
)
def test_grids_that_hold_no_table_come_to_a_diagnostic(drawing: str) -> None:
    found = read(drawing)
    assert found.tables or found.diagnostics or set(found.cells.ignored) == {"line-without-table"}


def test_a_header_in_the_middle_goes_on_with_its_grid() -> None:
    header = "一级指标 | 二级指标 | 三级指标 | 指标值"
    found = read(
        f"项目绩效目标表\n项目名称 | 甲\n{header}\n产出指标 | 数量指标 | 报告 | 2份\n{header}\n | 质量指标 | 合格率 | ≥95%"
    )
    assert [(i.level1, i.level2) for i in found.tables[0].indicators] == [
        ("产出指标", "数量指标"),
        ("产出指标", "质量指标"),
    ]


def test_five_thousand_columns() -> None:
    words = ("一级指标", "二级指标", "三级指标", "指标值", "备注")
    repeated = tuple(Cell(row=1, column=n + 1, text=words[n % 5]) for n in range(5000))
    below = tuple(Cell(row=row, column=n + 1, text=WORDS[n % len(WORDS)]) for row in (2, 3) for n in range(5000))
    found = interpreted(Grid(place="table 1", cells=(*repeated, *(cell for cell in below if cell.text))))
    assert found.diagnostics
    assert found.cells.holds


def test_a_thousand_areas_are_read() -> None:
    head = tuple(
        Cell(row=1, column=n, text=text) for n, text in enumerate(("一级指标", "二级指标", "三级指标"), start=1)
    )
    areas = tuple(Cell(row=1, column=n, text=f"{chr(0x4E00 + n)}村") for n in range(4, 1000))
    row = tuple(Cell(row=2, column=n, text=text) for n, text in enumerate(("产出指标", "数量指标", "蓄水池"), start=1))
    values = tuple(Cell(row=2, column=n, text="2口") for n in range(4, 1000))
    found = interpreted(Grid(place="table 1", cells=(*head, *areas, *row, *values)))
    assert [len(table.indicators) for table in found.tables] == [996]


def test_a_form_of_one_merged_cell_and_columns_of_one_are_left_alone() -> None:
    huge = Cell(row=1, column=1, rows=1_000_000, columns=16_384, text="绩效指标")
    assert not interpreted(Grid(place="sheet 1", cells=(huge,))).tables
    tall = tuple(Cell(row=row, column=1, text=text or "甲") for row, text in enumerate(WORDS, start=1))
    assert interpreted(Grid(place="sheet 1", cells=tall)).cells.holds


def test_the_form_reads_no_section_without_a_header() -> None:
    (section,) = sections(
        Document(source="drawing", blocks=(Grid(place="t", cells=(Cell(row=1, column=1, text="甲"),)),))
    )
    assert form.read(section).tables == ()


def test_a_name_alone_in_its_row_may_be_the_end_of_the_one_above() -> None:
    form = (
        "2024年项目支出绩效目标表\n项目名称 | 安全生产 | < | <\n一级指标 | 二级指标 | 三级指标 | 指标值\n"
        "产出指标 | 数量指标 | 开展重点行业安全 | ≥120次\n | {} | 生产巡查次数 | {}\n | 质量指标 | 整改率 | ≥95%"
    )
    for level, value, told in (("", "", 1), ("时效指标", "", 0), ("", "≥3次", 0)):
        said = [d.args for d in read(form.format(level, value)).diagnostics if d.code is Code.NAME_ALONE]
        assert len(said) == told
        assert said in ([], [{"name": "生产巡查次数", "above": "开展重点行业安全"}])


def test_the_money_of_areas_beside_each_other_is_no_indicator() -> None:
    found = read(
        "2024年补助资金区域绩效目标分解表\n资金名称：岗位补助 单位：万元\n指标 | < | < | 合计 | 城关镇 | 河口乡\n"
        "资金额度 | < | < | 90 | 50 | 40\n产出指标 | 数量指标 | 安置人数 | 180人 | 100人 | 80人"
    )
    (table,) = found.tables
    assert (table.budget.total, [i.name for i in table.indicators]) == ("900000", ["安置人数"] * 3)
    assert [d.args["text"] for d in found.diagnostics if d.code is Code.UNUSED_CELL] == ["50", "40"]
