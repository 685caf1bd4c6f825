"""Forms on pages whose heads say the same."""

import pytest

from parsers.layouts import Hints, Interpretation, interpret
from schema.catalogue import Code
from tests.drawing import document
from tests.parsers.layouts.paged import paged

TITLE = "项目绩效目标表\n"
HEAD = "项目名称 | 专利转化 | |\n主管部门 | 市知识产权局 | |\n一级指标 | 二级指标 | 三级指标 | 指标值\n"
FIRST = "产出指标 | 数量指标 | 培训人数 | ≥200人\n^ | 质量指标 | 培训合格率 | ≥95%\n满意度指标 | 服务对象满意度指标 | 学员满意度 | ≥90%"
SECOND = FIRST.replace("培训人数", "转化专利数").replace("200人", "50件").replace("学员", "企业")
REST = "效益指标 | 社会效益指标 | 带动就业 | ≥9人"


def names(found: Interpretation) -> list[list[str]]:
    return [[indicator.name for indicator in table.indicators] for table in found.tables]


def read(drawing: str) -> Interpretation:
    found = interpret(paged(drawing), Hints(file_name="a.pdf"))
    assert found.cells.holds
    return found


@pytest.mark.parametrize("between", [TITLE, f"— 1 —\n{TITLE}", "\n"])
def test_a_form_with_the_head_of_the_one_before_and_other_indicators_is_a_form(between: str) -> None:
    found = read(f"{TITLE}{HEAD}{FIRST}\n{between}{HEAD}{SECOND}")
    assert names(found) == [["培训人数", "培训合格率", "学员满意度"], ["转化专利数", "培训合格率", "企业满意度"]]
    assert [(table.project_name, table.department) for table in found.tables] == [("专利转化", "市知识产权局")] * 2


def test_a_form_printed_twice_is_said_to_be() -> None:
    found = read(f"{TITLE}{HEAD}{FIRST}\n{TITLE}{HEAD}{FIRST}")
    assert names(found) == [["培训人数", "培训合格率", "学员满意度"]]
    assert Code.SAID_TWICE in [diagnostic.code for diagnostic in found.diagnostics]


def test_the_second_form_begins_where_the_first_ends_two_pages_later() -> None:
    found = read(f"{TITLE}{HEAD}{FIRST}\n\n | | 居民满意度 | ≥90%\n{TITLE}{HEAD}{SECOND}")
    assert names(found) == [
        ["培训人数", "培训合格率", "学员满意度", "居民满意度"],
        ["转化专利数", "培训合格率", "企业满意度"],
    ]


@pytest.mark.parametrize(
    "rest",
    [REST, "满意度指标 | 服务对象满意度指标 | 居民满意度 | ≥90%", " | | 居民满意度 | ≥90%"],
    ids=["other level", "level printed again", "level left out"],
)
def test_a_head_printed_on_every_page_is_that_of_one_form(rest: str) -> None:
    assert len(read(f"{TITLE}{HEAD}{FIRST}\n{TITLE}{HEAD}{rest}").tables) == 1


def test_the_same_in_a_file_without_pages() -> None:
    found = interpret(document(f"{TITLE}{HEAD}{FIRST}\n\n{HEAD}{SECOND}"), Hints(file_name="a.docx"))
    assert [len(table.indicators) for table in found.tables] == [3, 3]


@pytest.mark.parametrize(
    "again", ["项目绩效目标表 | < | < | <\n", f"项目绩效目标表 | < | < | <\n{HEAD.splitlines()[0]}\n"]
)
def test_a_form_goes_on_below_its_first_rows_printed_on_every_page(again: str) -> None:
    form = f"项目绩效目标表 | < | < | <\n{HEAD}{FIRST}"
    found = read(f"{form}\n\n{again}{REST}")
    assert names(found) == [["培训人数", "培训合格率", "学员满意度", "带动就业"]]
    assert (found.diagnostics, found.cells.reported) == ((), 0)


def test_a_head_cut_below_them_is_whole() -> None:
    head = "项目绩效目标表 | < | < | <\n项目名称 | 专利转化 | |\n"
    rest = "主管部门 | 市知识产权局 | |\n年度目标 | 培训 | |\n一级指标 | 二级指标 | 三级指标 | 指标值\n"
    found = read(f"{head}\n{head}{rest}{FIRST}")
    (table,) = found.tables
    assert (table.project_name, table.department, table.goal) == ("专利转化", "市知识产权局", "培训")


def test_a_form_under_the_same_title_is_a_form() -> None:
    title = "项目绩效目标表 | < | < | <\n"
    found = read(f"{title}{HEAD}{FIRST}\n\n{title}{HEAD.replace('专利转化', '商标保护')}{SECOND}")
    assert [table.project_name for table in found.tables] == ["专利转化", "商标保护"]


def test_a_list_goes_on_below_its_title_with_the_next_project() -> None:
    header = "序号 | 项目名称 | 一级指标 | 二级指标 | 三级指标 | 指标值\n"
    rows = "1 | 甲 | 产出指标 | 数量指标 | 培训 | 3期\n^ | ^ | 满意度指标 | 服务对象满意度 | 学员满意度 | ≥90%"
    title = "项目绩效目标汇总表 | < | < | < | < | <\n"
    found = read(f"{title}{header}{rows}\n\n{title}{rows.replace('1 | 甲', '2 | 乙')}")
    assert [table.project_name for table in found.tables] == ["甲", "乙"]
    assert names(found) == [["培训", "学员满意度"]] * 2
