"""Where forms and lists begin."""

import pytest

from parsers.layouts.sections.sections import sections
from schema.document import Cell, Document, Grid, Text
from tests.drawing import document
from tests.parsers.layouts.reading_drawings import read

GRID = "项目名称 | {name}\n一级指标 | 二级指标 | 三级指标 | 指标值\n产出指标 | 数量指标 | 报告 | 2份"


def _shape(drawing: str) -> list[tuple[list[str], int]]:
    return [([note.text for note in section.notes], len(section.rows)) for section in sections(document(drawing))]


def test_a_title_begins_a_section_and_a_page_number_does_not() -> None:
    shape = _shape(
        f"甲绩效目标表\n{GRID.format(name='甲')}\n— 12 —\n| | 报告 | 2份\n乙绩效目标表\n{GRID.format(name='乙')}"
    )
    assert shape == [(["甲绩效目标表"], 4), (["乙绩效目标表"], 3)]


def test_a_unit_line_begins_a_section_only_where_a_grid_of_indicators_went_before() -> None:
    grid = GRID.format(name="甲")
    assert len(_shape(f"项目绩效目标表\n基本信息 | 表\n610101天津市知识产权局\n单位：万元\n{grid}")) == 1
    assert len(_shape(f"{grid}\n610101天津市知识产权局\n单位：万元\n{grid}")) == 2


def test_titles_and_unit_lines_inside_a_sheet_are_lines_above_the_form() -> None:
    sheet = f"项目绩效目标表 | < | <\n610101天津市知识产权局 | | 单位：万元\n{GRID.format(name='甲')}"
    assert _shape(f"{sheet}\n{sheet}") == [(["项目绩效目标表", "610101天津市知识产权局", "单位：万元"], 3)] * 2


def test_a_contents_list_belongs_to_the_section_it_stands_before() -> None:
    assert _shape(f"1.甲绩效目标表\n2.乙绩效目标表\n# 甲绩效目标表\n{GRID.format(name='甲')}") == [
        (["1.甲绩效目标表", "2.乙绩效目标表", "甲绩效目标表"], 3)
    ]


def test_a_sheet_and_a_file_of_an_archive_begin_sections() -> None:
    first, second = (Grid(place=f"sheet {n}", cells=(Cell(row=1, column=1, text="见附件"),)) for n in (1, 2))
    assert len(sections(Document(source="drawing", blocks=(first, second)))) == 1
    sheet = second.model_copy(update={"form_boundary": True})
    assert len(sections(Document(source="drawing", blocks=(first, sheet)))) == 2
    members = [block.model_copy(update={"member": name}) for block, name in ((first, "a.docx"), (second, "b.docx"))]
    title = Text(place="b.docx", text="甲绩效目标表", member="b.docx")
    found = sections(Document(source="drawing", blocks=(members[0], title, members[1])))
    assert [(section.member, section.titled) for section in found] == [("a.docx", False), ("b.docx", True)]


def test_paragraphs_without_a_table_make_no_section() -> None:
    assert _shape("项目绩效目标表\n本年度无项目支出。") == []


def test_the_whole_head_of_an_untitled_form_is_its_own() -> None:
    second = "主管部门 | 市教育局 | 实施单位 | 第二中学\n" + GRID.format(name="乙")
    assert _shape(f"甲绩效目标表\n{GRID.format(name='甲')}\n{second}") == [(["甲绩效目标表"], 3), ([], 4)]


def test_rows_at_the_foot_of_a_form_are_its_own() -> None:
    foot = "备注 | 无\n联系人 | 张三"
    assert _shape(f"{GRID.format(name='甲')}\n{foot}\n{GRID.format(name='乙')}") == [([], 5), ([], 3)]


def test_lines_at_the_foot_of_a_form_are_its_own_before_the_next_title() -> None:
    form = GRID.format(name="甲")
    assert _shape(f"甲绩效目标表\n{form}\n填报单位：某局\n填报人：张三\n乙绩效目标表\n{form}\n填报人：李四") == [
        (["甲绩效目标表", "填报单位：某局", "填报人：张三"], 3),
        (["乙绩效目标表", "填报人：李四"], 3),
    ]


def test_a_table_of_another_kind_is_no_part_of_the_form_before_it() -> None:
    shape = _shape(f"甲绩效目标表\n{GRID.format(name='甲')}\n表二 部门收支总表\n收入 | 金额\n财政拨款 | 500")
    assert shape == [(["甲绩效目标表"], 3), (["表二 部门收支总表"], 2)]


def test_lines_that_share_a_line_or_a_row_are_lines_of_their_own() -> None:
    for line in (
        "填报单位：某局    单位：元",
        "填报单位：某局 | | 单位：元",
        "填报单位：某局 | 预算年度：2025 | 单位：元",
    ):
        ((notes, _),) = _shape(f"甲绩效目标表\n{line}\n{GRID.format(name='甲')}")
        assert notes[1] == "填报单位：某局"
        assert notes[-1] == "单位：元"


def test_a_unit_line_holds_for_the_untitled_forms_below_it_only() -> None:
    form = GRID.format(name="甲")
    found = sections(document(f"甲绩效目标表\n单位：元\n{form}\n{form}\n乙绩效目标表\n{form}"))
    assert [section.unit_above for section in found] == [None, "元", None]


def test_a_unit_line_between_the_rows_of_a_grid_begins_nothing() -> None:
    form = GRID.format(name="甲")
    assert _shape(f"甲绩效目标表\n{form}\n单位：万元\n | 质量指标 | 合格率 | ≥95%") == [
        (["甲绩效目标表", "单位：万元"], 4)
    ]


def _offices(drawing: str) -> list[list[str]]:
    found = sections(document(drawing))
    return [[note.text for note in section.notes if note.is_agency] for section in found]


@pytest.mark.parametrize("office", ["池州市教育局", "池州市第一中学", "某县红十字会"])
def test_an_office_right_above_a_form_is_its_own(office: str) -> None:
    form = GRID.format(name="甲")
    assert _offices(f"项目绩效目标表\n{office}\n单位：万元\n{form}") == [[office]]
    assert _offices(f"{office}\n项目绩效目标表\n\n{form}") == [[office]]
    assert _offices(f"项目绩效目标表 | <\n{office} |\n{form}") == [[office]]


def test_an_office_above_the_next_form_opens_it() -> None:
    form = GRID.format(name="甲")
    for between in ("乙市水务局\n", "乙市水务局 |\n"):
        assert _offices(f"甲市教育局\n{form}\n{between}{form}") == [["甲市教育局"], ["乙市水务局"]]


def test_an_office_named_in_the_text_before_or_among_the_rows_of_a_list_is_not() -> None:
    form = GRID.format(name="甲")
    assert _offices(f"池州市教育局\n本部门包括以下单位。\n项目绩效目标表\n{form}") == [[]]
    assert _offices("绩效目标表\n项目名称 | 三级指标 | 指标值\n某县林业局 | |\n甲 | 造林 | 5亩") == [[]]


def test_many_lines_and_rows_after_a_grid_are_read_in_linear_time() -> None:
    form = GRID.format(name="甲")
    lines = "\n".join(["单位：万元"] * 5_000)
    rows = "\n".join(["其他资金 | 5"] * 5_000)
    assert len(sections(document(f"{form}\n{lines}\n{rows}"))) == 2


def test_offices_below_each_other_without_a_title_between_them_are_forms_of_their_own() -> None:
    form = "部门名称 | {} | < | <\n预算总额 | 100 | < | <\n一级指标 | 二级指标 | 三级指标 | 指标值\n产出指标 | 数量指标 | {} | 3次\n"
    found = read("部门整体支出绩效目标表 | < | < | <\n" + form.format("某局", "检查") + form.format("某委", "评审"))
    assert [(t.agency, [i.name for i in t.indicators]) for t in found.tables] == [
        ("某局", ["检查"]),
        ("某委", ["评审"]),
    ]


def test_an_annex_number_above_the_title_is_no_table_of_its_own() -> None:
    found = read(
        "附件二 | < | <\n某县2024年预算公开附表之七 | < | <\n项目名称 | 甲 | <\n三级指标 | 指标值 | 权重\n检查 | 3次 | 10"
    )
    assert [(t.title, t.fiscal_year) for t in found.tables] == [("某县2024年预算公开附表之七", 2024)]
    assert not {diagnostic.code.value for diagnostic in found.diagnostics} & {"other-table", "unused-cell"}


HEAD = "项目名称 | 智慧社区\n预算单位 | 某区民政局"
SHEET = "一级指标 | 三级指标 | 指标值\n产出指标 | 建成社区 | 12个"


@pytest.mark.parametrize(
    ("first", "second", "rows"),
    [
        (HEAD, SHEET, [4]),
        (HEAD, f"项目绩效指标表\n{SHEET}", [4]),
        (f"项目绩效目标表\n{HEAD}", f"项目绩效指标表\n{SHEET}", [2, 2]),
        (HEAD, f"项目名称 | 甲\n{SHEET}", [2, 3]),
        ("经办人 | 张三", SHEET, [1, 2]),
        (GRID.format(name="甲"), SHEET, [3, 2]),
    ],
    ids=["alone", "a title of its own", "both titled", "names a project itself", "no project", "a form above"],
)
def test_a_head_alone_on_a_sheet_goes_with_the_grid_on_the_next(first: str, second: str, rows: list[int]) -> None:
    sheets = [document(drawing).blocks for drawing in (first, second)]
    blocks = tuple(
        block.model_copy(update={"place": f"sheet {number}", "form_boundary": at == 0})
        for number, sheet in enumerate(sheets)
        for at, block in enumerate(sheet)
    )
    found = sections(Document(source="a.xlsx", blocks=blocks))
    assert [len(section.rows) for section in found] == rows


APART = "{} | {}\n一级指标 | 二级指标 | 三级指标 | 指标值\n产出指标 | 数量指标 | 报告 | 2份"


@pytest.mark.parametrize("label", ["一级项目名称", "工程名称", "资助计划", "事项名称"])
def test_the_head_of_a_table_of_its_own_opens_a_form_as_the_first_one_did(label: str) -> None:
    assert [rows for _, rows in _shape(f"{APART.format(label, '平安')}\n\n{APART.format(label, '雪亮')}")] == [3, 3]


def test_a_head_that_is_printed_again_opens_none() -> None:
    assert len(_shape(f"{APART.format('主管部门', '平安')}\n\n{APART.format('主管部门', '平安')}")) == 1


def test_one_table_holds_forms_under_the_label_of_a_project_of_any_level() -> None:
    found = read(f"{APART.format('一级项目名称', '平安')}\n{APART.format('一级项目名称', '雪亮')}")
    assert [table.project_name for table in found.tables] == ["平安", "雪亮"]


def test_an_indicator_that_is_called_a_project_begins_no_form() -> None:
    rows = "产出指标 | 数量指标 | 报告 | 2份\n^ | ^ | 项目 | ≥35个\n^ | 质量指标 | 合格率 | 100%"
    (table,) = read(f"项目名称 | 甲\n一级指标 | 二级指标 | 三级指标 | 指标值\n{rows}").tables
    assert [indicator.name for indicator in table.indicators] == ["报告", "项目", "合格率"]
