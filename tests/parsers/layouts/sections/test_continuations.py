"""Tables over several pages."""

import pytest

from parsers.layouts import Hints, Interpretation, interpret
from schema.catalogue import Code
from schema.document import Document, Grid, Text
from tests.drawing import document
from tests.parsers.layouts.paged import paged

HEAD = "项目绩效目标表\n项目名称 | 专利转化 | |\n一级指标 | 二级指标 | 三级指标 | 指标值\n"
FIRST = HEAD + "产出指标 | 数量指标 | 培训人数 | ≥200人\n^ | 质量指标 | 高校院所向企业转让专利 | ≥1%"


def read(drawing: str) -> Interpretation:
    found = interpret(paged(drawing), Hints(file_name="a.pdf"))
    assert found.cells.holds
    assert found.cells.reported == 0
    return found


def said(drawing: str) -> list[tuple[str | None, str | None, str, str | None]]:
    (table,) = read(drawing).tables
    return [(i.level1, i.level2, i.name, i.stated.value) for i in table.indicators]


KNOWN = [("产出指标", "数量指标", "培训人数", "≥200人"), ("产出指标", "质量指标", "高校院所向企业转让专利", "≥1%")]


def test_a_table_goes_on_under_its_levels() -> None:
    assert said(f"{FIRST}\n\n | | 培训合格率 | ≥95%\n | 时效指标 | 完成时间 | 12月") == [
        *KNOWN,
        ("产出指标", "质量指标", "培训合格率", "≥95%"),
        ("产出指标", "时效指标", "完成时间", "12月"),
    ]


def test_a_row_cut_by_the_break_is_one_row_with_both_its_places() -> None:
    drawing = f"{FIRST}\n— 1 —\n | | 占有效专利的比例 |\n | 时效指标 | 完成时间 | 12月"
    found = read(drawing)
    (_, cut, last) = found.tables[0].indicators
    assert (cut.name, cut.stated.value) == ("高校院所向企业转让专利占有效专利的比例", "≥1%")
    assert [span.place for span in cut.spans["name"]] == ["page 1 › table 1", "page 2 › table 1"]
    assert [span.place for span in cut.spans["value"]] == ["page 1 › table 1"]
    assert last.name == "完成时间"
    (said_of,) = [diagnostic for diagnostic in found.diagnostics if diagnostic.code is Code.ROW_JOINED]
    assert said_of.args == {"text": "高校院所向企业转让专利占有效专利的比例"}


def test_a_value_that_slipped_to_the_next_page_belongs_to_its_name() -> None:
    drawing = f"{FIRST}\n | | 占有效专利的比例 |\n\n | | | ≥3%\n | 时效指标 | 完成时间 | 12月"
    assert said(drawing)[2] == ("产出指标", "质量指标", "占有效专利的比例", "≥3%")


def test_a_header_printed_again_is_one_with_the_first() -> None:
    again = "一级指标 | 二级指标 | 三级指标 | 指标值\n产出指标 | 质量指标 | 培训合格率 | ≥95%"
    assert said(f"{FIRST}\n第 2 页\n{again}") == [*KNOWN, ("产出指标", "质量指标", "培训合格率", "≥95%")]


def test_a_header_printed_again_without_the_label_of_its_group() -> None:
    head = "项目绩效目标表\n项目名称 | < | 专利转化 | < | <\n绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值\n"
    first = "^ | 产出指标 | 数量指标 | 培训人数 | ≥200人\n^ | | | 培训合格率 | ≥95%"
    again = " | 一级指标 | 二级指标 | 三级指标 | 指标值\n | 效益指标 | 社会效益指标 | 带动就业 | ≥9人\n | ^ | ^ | 参训人数 | ≥5人"
    (*_, last, _, _) = said(f"{head}{first}\n第 2 页\n{again}")
    assert last == ("效益指标", "社会效益指标", "培训合格率", "≥95%")


def test_a_title_printed_on_each_page_of_one_form() -> None:
    again = "项目绩效目标表\n一级指标 | 二级指标 | 三级指标 | 指标值\n | 时效指标 | 完成时间 | 12月"
    assert said(f"{FIRST}\n{again}")[2:] == [("产出指标", "时效指标", "完成时间", "12月")]


def test_a_form_that_begins_with_its_agency_is_none_of_the_page_before() -> None:
    form = FIRST.replace("项目绩效目标表\n", "").replace("专利转化", "信息化运维")
    tables = read(f"{FIRST}\n\n610203天津市知识产权保护中心 | < | < | <\n{form}").tables
    assert [table.project_name for table in tables] == ["专利转化", "信息化运维"]


def test_two_forms_that_follow_each_other_are_two() -> None:
    tables = read(f"{FIRST}\n\n{FIRST.replace('专利转化', '信息化运维')}").tables
    assert [table.project_name for table in tables] == ["专利转化", "信息化运维"]
    untitled = FIRST.replace("项目绩效目标表\n", "").replace("专利转化", "信息化运维")
    assert len(read(f"{FIRST}\n\n{untitled}").tables) == 2


def test_a_goal_broken_over_pages_is_one_text() -> None:
    head = "项目绩效目标表\n项目名称 | 专利转化 | < | <\n年度总体目标 | 开展知识产权宣传，提升 | < | <"
    rest = " | 企业创新能力。 | < | <\n一级指标 | 二级指标 | 三级指标 | 指标值\n产出指标 | 数量指标 | 培训人数 | ≥200人"
    (table,) = read(f"{head}\n\n{rest}").tables
    assert table.goal == "开展知识产权宣传，提升企业创新能力。"
    assert len(table.indicators) == 1


@pytest.mark.parametrize(
    "row",
    [
        " | | 指标2：培训场次 |",
        " | | 培训合格率 | ≥95%",
        "效益指标 | 社会效益指标 | 创新意识 |",
        " | | …… |",
        " | | 差错率 | ≤1%",
    ],
)
def test_a_row_of_its_own_is_not_joined(row: str) -> None:
    (table,) = interpret(paged(f"{FIRST}\n\n{row}\n | | 满意人数 | ≥9人"), Hints(file_name="a.pdf")).tables
    assert table.indicators[1].name == "高校院所向企业转让专利"


def test_files_without_pages_show_the_break_in_their_words() -> None:
    cut = FIRST.replace("转让专利 |", "转让专利（含许可 |")
    (table,) = interpret(document(f"{cut}\n\n | | 及质押）占比 |"), Hints(file_name="a.txt")).tables
    assert [indicator.name for indicator in table.indicators] == [
        "培训人数",
        "高校院所向企业转让专利（含许可及质押）占比",
    ]
    (table,) = interpret(document(f"{FIRST}\n\n | | 占有效专利的比例 |"), Hints(file_name="a.txt")).tables
    assert len(table.indicators) == 3


WEIGHED = """项目绩效目标表
项目名称 | < | 专利转化 | < | < | <
项目总预算 | < | 20 | 其中财政拨款 | < | 20
年度绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 分值
^ | 产出指标 | 数量指标 | 培训人数 | ≥200人 | 7"""


def weighed(width: float, top: float, page: int) -> list[tuple[str, str | None, str | None]]:
    """A form of seven columns whose rows keep six apart; what follows has six, in other widths."""
    first = paged(WEIGHED.replace("三级指标 |", "三级指标 | < |").replace("培训人数 |", "培训人数 | < |"))
    rest = paged("^ | ^ | 质量指标 | 培训合格率 | ≥95% | 8", wide=width).grids[0]
    moved = Grid(
        place=f"page {page} › table 2",
        cells=tuple(
            cell._replace(box=cell.box._replace(page=page, top=top, bottom=top + 20))
            for cell in rest.cells
            if cell.box is not None
        ),
    )
    (table,) = interpret(first.model_copy(update={"blocks": (*first.blocks, moved)}), Hints(file_name="a.pdf")).tables
    return [(i.name, i.stated.value, i.weight) for i in table.indicators]


@pytest.mark.parametrize(("top", "page"), [(125.0, 1), (40.0, 2)], ids=["below on the page", "on the next page"])
@pytest.mark.parametrize("width", [100.0, 700 / 6, 90.0])
def test_a_table_goes_on_in_other_widths_with_the_columns_of_its_cells(width: float, top: float, page: int) -> None:
    assert weighed(width, top, page) == [("培训人数", "≥200人", "7"), ("培训合格率", "≥95%", "8")]


@pytest.mark.parametrize("title", ["项目绩效目标表（续表）", "项目绩效目标表（续）", "续表：项目绩效目标表"])
def test_a_title_that_says_that_its_table_goes_on_opens_no_form(title: str) -> None:
    first = paged(FIRST)
    rest = paged(" | 时效指标 | 完成时间 | 12月").grids[0]
    moved = Grid(
        place="page 2 › table 1",
        cells=tuple(cell._replace(box=cell.box._replace(page=2)) for cell in rest.cells if cell.box is not None),
    )
    blocks = (Text(place="page 1", text="项目绩效目标表"), *first.grids, Text(place="page 2", text=title), moved)
    (table,) = interpret(first.model_copy(update={"blocks": blocks}), Hints(file_name="a.pdf")).tables
    assert [i.name for i in table.indicators] == ["培训人数", "高校院所向企业转让专利", "完成时间"]


def test_a_line_that_says_that_a_table_goes_on_is_furniture() -> None:
    assert said(f"{FIRST}\n（续上表）\n | | 培训合格率 | ≥95%")[-1][2] == "培训合格率"


@pytest.mark.parametrize(
    "line",
    [
        "— 1 —",
        "- 3 -",
        "第 3 页 共 20 页",
        "第3页/共20页",
        "3 / 20",
        "第三页",
        "Page 3 of 20",
        "·3·",
        "P3",
        "~ 12 ~",
        "续表",
    ],
)
def test_page_numbers_stand_between_the_halves_of_a_table(line: str) -> None:
    assert said(f"{FIRST}\n{line}\n | | 培训合格率 | ≥95%")[-1][2] == "培训合格率"


MERGED = HEAD + "产出指标 | 数量指标 | 培训人数 | ≥200人\n^ | ^ | 培训场次 | ≥3场\n | | 培训合格率 | ≥95%"


def test_a_label_in_the_middle_of_a_cell_the_break_cut_holds_for_the_rows_above_it() -> None:
    rest = "产出指标 | 质量指标 | 差错率 | ≤1%\n^ | ^ | 验收合格率 | 100%\n^ | 时效指标 | 完成时间 | 12月"
    assert [level2 for _, level2, _, _ in said(f"{MERGED}\n\n{rest}")] == [
        "数量指标",
        "数量指标",
        "质量指标",
        "质量指标",
        "质量指标",
        "时效指标",
    ]


def test_a_label_holds_on_downwards_where_nothing_is_merged() -> None:
    rest = " | 质量指标 | 差错率 | ≤1%\n | | 验收合格率 | 100%"
    assert [level2 for _, level2, _, _ in said(f"{MERGED.replace('^', '')}\n\n{rest}")] == [
        "数量指标",
        "数量指标",
        "数量指标",
        "质量指标",
        "质量指标",
    ]


def test_a_label_whose_letters_stand_below_each_other_may_be_cut_as_well() -> None:
    first = FIRST.replace("产出指标 |", "产⏎出 |").replace("质量指标 |", "质量 |")
    assert [level1 for level1, _, _, _ in said(f"{first}\n\n指⏎标 | 指标 | 培训合格率 | ≥95%")] == ["产出指标"] * 3


def test_a_name_and_its_value_are_a_row_below_a_label_that_is_cut_off() -> None:
    first = HEAD + "产出指 | 数量指标 | 培训人数 | ≥200人"
    assert [name for _, _, name, _ in said(f"{first}\n\n | | 培训合格率 | ≥95%\n | 时效指标 | 完成时间 | 12月")] == [
        "培训人数",
        "培训合格率",
        "完成时间",
    ]


def test_a_group_printed_again_after_the_break_keeps_the_levels_that_hold_on() -> None:
    above = (
        "项目绩效目标表\n项目名称 | | 专利转化 | |\n年度绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值\n"
        " | 产出指标 | 数量指标 | 培训人数 | ≥200人\n | 效益指标 | 社会效益指标 | 就业人数 | ≥30人"
    )
    drawing = f"{above}\n\n年度绩效指标 | 效益指标 | 社会效益指标 | 教育公平 | 进一步促进\n | | 可持续影响指标 | 持续年限 | ≥5年"
    (table,) = interpret(document(drawing), Hints(file_name="a.txt")).tables
    assert [(i.level1, i.level2, i.name) for i in table.indicators] == [
        ("产出指标", "数量指标", "培训人数"),
        ("效益指标", "社会效益指标", "就业人数"),
        ("效益指标", "社会效益指标", "教育公平"),
        ("效益指标", "可持续影响指标", "持续年限"),
    ]


def test_a_row_of_a_list_with_prose_cut_by_the_break_is_one_row() -> None:
    head = "主管部门 | 预算单位 | 项目名称 | 绩效指标\n"
    first = "林业局 | 林业局本级 | 造林补助 | 1、产出指标：造林面积，年度指标值：≥27亩。2、产出指标：森林抚育"
    rest = " | | | 面积，年度指标值：≥40公顷。"
    (table,) = read(f"项目支出绩效目标表\n{head}{first}\n— 1 —\n{head}{rest}").tables
    assert [(i.name, i.stated.value) for i in table.indicators] == [("造林面积", "≥27亩"), ("森林抚育面积", "≥40公顷")]


FORM = (
    "项目绩效目标表\n项目名称 | | | 专利转化 | <\n绩效指标 | 一级指标 | 二级指标 | 三级指标 | < | 指标值\n"
    "^ | 产出指标 | 数量指标 | 培训人数 | < | ≥200人"
)


@pytest.mark.parametrize("name", ["持续年限", "环卫考核得分"])
def test_the_rest_of_a_table_in_a_file_without_pages_has_its_columns_in_their_order(name: str) -> None:
    rest = f"绩效指标 | 效益指标 | 社会效益指标 | {name} | ≥5\n^ | ^ | 生态效益指标 | 水质 | 改善"
    (table,) = interpret(document(f"{FORM}\n\n{rest}"), Hints(file_name="a.docx")).tables
    assert [(i.level2, i.name, i.stated.value) for i in table.indicators] == [
        ("数量指标", "培训人数", "≥200人"),
        ("社会效益指标", name, "≥5"),
        ("生态效益指标", "水质", "改善"),
    ]


def test_a_sign_in_words_is_whole_so_that_the_row_below_the_break_is_one_of_its_own() -> None:
    head = "项目绩效目标表\n项目名称 | 就业 | | |\n二级指标 | 三级指标 | 计算符号 | 指标值 | 计量单位\n"
    first = "数量指标 | 岗位安置人数 | 大于等于 | 487 | 名\n时效指标 | 办结时限 | 小于等于 | 16 | 工作日"
    (table,) = interpret(document(f"{head}{first}\n\n | 完成时间 | 定性 | 11月底前 |"), Hints(file_name="a.doc")).tables
    assert [i.name for i in table.indicators] == ["岗位安置人数", "办结时限", "完成时间"]


def test_a_table_whose_last_columns_are_blank_above_goes_on_wider() -> None:
    above = paged(
        "项目支出绩效自评表\n"
        "项目资金（万元） | | 年初预算数 | 全年执行数 | 执行率\n"
        "^ | 年度资金总额 | 3000 | 1800 | 60%"
    )
    below = paged(
        " | | 其中：财政拨款 | < | 2000 | < | 1500 | < | 75% | <\n"
        "一级指标 | < | 二级指标 | < | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | < | 备注\n"
        "产出指标 | < | 数量指标 | < | 改造学校数 | 12所 | 8所 | 10 | 8 | < | 无",
        wide=50,
    )
    (grid,) = below.grids
    cells = tuple(cell._replace(box=cell.box._replace(page=2)) for cell in grid.cells if cell.box is not None)
    blocks = (*above.blocks, Grid(place="page 2 › table 1", cells=cells))
    (table,) = interpret(Document(source="pdf", blocks=blocks), Hints(file_name="a.pdf")).tables
    assert [(fund.role, fund.label, fund.amount) for fund in table.funds] == [
        ("initial", "年度资金总额", "30000000"),
        ("executed", "年度资金总额", "18000000"),
        ("initial", "其中：财政拨款", "20000000"),
        ("executed", "其中：财政拨款", "15000000"),
    ]


def test_a_first_row_drawn_as_two_reaches_up_with_none_of_its_cells() -> None:
    first = "项目支出绩效自评表\n一级指标 | 二级指标 | 三级指标 | 指标值 | 实际完成值 | 偏差原因\n产出指标 | 数量指标 | 新建面积 | ≥30亩 | 30亩 |"
    drawing = f"{first}\n\n产出指标 | 成本指标 | 损失赔偿 | ≤48万元 | 52万元 | 受客观因素影响\n^ | ^ | ^ | ^ | ^ | ^\n效益指标 | 社会效益指标 | 受益户 | ≥9户 | 9户 |"
    (table,) = read(drawing).tables
    assert [indicator.deviation for indicator in table.indicators] == [None, "受客观因素影响", None]


def test_the_end_of_a_name_may_read_like_a_label() -> None:
    drawing = f"{FIRST}\n^ | 成本指标 | 项目支出 | ≤118万元\n\n | | 总额 |\n | 时效指标 | 完成时间 | 12月"
    found = interpret(paged(drawing), Hints(file_name="a.pdf"))
    assert [i.name for table in found.tables for i in table.indicators][2:] == ["项目支出总额", "完成时间"]


def test_a_header_cut_by_the_break_is_one_header() -> None:
    above = "项目绩效自评表\n项目名称 | 专利转化 | < | < | <\n一级 | 三级指标 | 指标值 | 实际完成值 | 偏差原因分析"
    drawing = f"{above}\n\n指标 | | | | 及改进措施\n产出指标 | 培训人数 | ≥200人 | 190人 | 场地不足"
    (table,) = read(drawing).tables
    assert [(i.level1, i.name, i.actual, i.deviation) for i in table.indicators] == [
        ("产出指标", "培训人数", "190人", "场地不足")
    ]


def test_a_header_twice_at_the_top_of_a_page_is_no_row_of_the_one_before() -> None:
    header = "单位名称 | 项目名称 | 预算数 | 一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位"
    first = f"{header}\n水务局 | 饮水安全 | 460.00 | 产出指标 | 数量指标 | 管网长度 | ≥ | 12.5 | 公里"
    last = "^ | ^ | ^ | 满意度指标 | 服务对象满意度指标 | 学员满意度 | ≥ | 95 | %"
    second = f"{header}\n{header}\n住建局 | 小区改造 | 320.50 | 产出指标 | 数量指标 | 小区数量 | ≥ | 8 | 个"
    tables = interpret(paged(f"{first}\n{last}\n\n{second}"), Hints(file_name="a.pdf")).tables
    told = [(t.agency, t.project_name, [(i.name, i.stated.value) for i in t.indicators]) for t in tables]
    assert told == [
        ("水务局", "饮水安全", [("管网长度", "12.5"), ("学员满意度", "95")]),
        ("住建局", "小区改造", [("小区数量", "8")]),
    ]
