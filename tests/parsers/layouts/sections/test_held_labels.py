"""Labels that hold on over a page break."""

from parsers.layouts.grids.rows import rows_of
from parsers.layouts.sections import broken_rows
from parsers.layouts.sections.broken_rows import replaced
from parsers.layouts.sections.held_labels import carried
from tests.parsers.layouts.paged import paged

ROWS = rows_of(paged("一级指标 | 三级指标 | 指标值\n产出指标 | 培训人数 | ≥200人\n | 培训场次 | ≥3场").grids[0])


def test_labels_hold_on_until_the_next_one() -> None:
    page = rows_of(paged("产出指标 | 甲 | 1\n | 乙 | 2\n效益指标 | 丙 | 3").grids[0])
    held, again = carried(ROWS[:2], page)
    assert [label.text for row in held if (label := row.at(1))] == ["产出指标", "产出指标", "效益指标"]
    assert [len(row.slots) for row in held] == [2, 2, 3]
    assert [len(slot.keys) for slot in replaced(ROWS[1], again).slots] == [2, 1, 1]


LISTED = rows_of(paged("项目 | 一级指标 | 三级指标 | 指标值\n知识产权保护与 | 产出指标 | 检索账号 | ≥20个").grids[0])


def test_the_rest_of_a_project_stands_at_the_top_of_a_page_without_a_level() -> None:
    held, again = carried(LISTED, rows_of(paged("服务 | | 辅助工具 | ≥1个\n^ | | 培训 | ≥10人").grids[0]))
    assert [owner.text for row in held if (owner := row.at(1))] == ["知识产权保护与服务", "知识产权保护与服务"]
    assert replaced(LISTED[1], again).slots[0].text == "知识产权保护与服务"


def test_a_project_that_begins_has_a_level_that_begins() -> None:
    held, again = carried(LISTED, rows_of(paged("专利转化 | 产出指标 | 转让许可 | ≥1个").grids[0]))
    assert held[0].slots[0].text == "专利转化"
    assert LISTED[1].slots[0].key not in again


def test_a_name_left_of_its_levels_is_no_rest_of_the_one_above() -> None:
    rows = rows_of(paged("指标名称 | 一级指标 | 指标值\n登记失业率 | 产出指标 | ≤4%").grids[0])
    held, again = carried(rows, rows_of(paged("新增就业人数 | | ≥5人").grids[0]))
    assert ([slot.text for slot in held[0].slots], again) == (["新增就业人数", "≥5人"], {})


def test_so_it_is_where_the_page_draws_its_first_row_as_two() -> None:
    rows = rows_of(paged("指标名称 | 一级指标 | 指标值\n登记失业率 | 产出指标 | ≤4%\n培训 | ^ | ≥2次").grids[0])
    held, again = carried(rows, rows_of(paged("新增就业 | | ≥5人\n^ | | ^\n满意度 | | 90%").grids[0]))
    assert ([slot.text for slot in held[0].slots], again) == (["新增就业", "≥5人"], {})


def test_a_level_whose_label_is_cut_holds_for_the_row_below_the_break() -> None:
    above = rows_of(
        paged("二级指标 | 三级指标 | 指标值 | 分值\n数量指标 | 培训 | 3期 | 5\n满意度指 | 群众评价 | 好 | 2").grids[0]
    )
    page = rows_of(paged("标 | 企业评价 | 好 | 2").grids[0])
    assert broken_rows.completed(above, page, paged=True) is None
    held, again = carried(above, page)
    assert [slot.text for slot in held[0].slots] == ["企业评价", "好", "2"]
    assert held[0].covering[1].text == replaced(above[-1], again).slots[0].text == "满意度指标"


PROJECT = (
    "1 | 水利局 | 管网改造 | 完成改造，确保落实到 | 产出指标 | 数量指标 | 里程 | 9公里\n"
    "^ | ^ | ^ | ^ | ^ | ^ | 户数 | 8户"
)
ABOVE = rows_of(paged(f"序号 | 单位 | 项目 | 目标 | 一级指标 | 二级指标 | 三级指标 | 指标值\n{PROJECT}").grids[0])


def test_a_goal_goes_on_beside_a_level_of_the_project_that_holds_on() -> None:
    for below in (" | | | 位。 | | 质量指标 | 合格率 | 9%", " | | | 位。 | 效益指标 | 社会效益 | 评价 | 好"):
        held, again = carried(ABOVE, rows_of(paged(f"{below}\n | | | ^ | | | 投诉 | 3起").grids[0]))
        assert [goal.text for row in held if (goal := row.at(4))] == ["完成改造，确保落实到位。"] * 2
        assert replaced(ABOVE[1], again).slots[3].text == "完成改造，确保落实到位。"


def test_the_second_project_of_an_office_goes_on_with_none_of_the_first() -> None:
    below = " | | 河道清淤 | 完成清淤。 | 产出指标 | 数量指标 | 里程 | 5公里\n | | ^ | ^ | ^ | 质量指标 | 合格率 | 9%"
    held, again = carried(ABOVE, rows_of(paged(below).grids[0]))
    assert [slot.text for slot in held[0].slots][:2] == ["河道清淤", "完成清淤。"]
    assert again.keys().isdisjoint(slot.key for slot in ABOVE[1].slots[:4])


RIGHT = rows_of(
    paged(
        "项目 | 一级指标 | 三级指标 | 指标值 | 目标\n"
        "管网改造 | 产出指标 | 里程 | 9公里 | 完成改造，确保落实到\n^ | ^ | 户数 | 8户 | ^"
    ).grids[0]
)


def test_a_goal_right_of_the_levels_goes_on_with_its_project() -> None:
    for level, rest, whole in (
        ("", "位。", "完成改造，确保落实到位。"),
        ("效益指标", "位。", "完成改造，确保落实到位。"),
        # Spreadsheets show the last lines of a text on the second page that the first shows already.
        ("", "确保落实到", "完成改造，确保落实到"),
    ):
        page = rows_of(paged(f" | {level} | 合格率 | 9% | {rest}\n | | 投诉 | 3起 | ^").grids[0])
        held, again = carried(RIGHT, page)
        assert [goal.text for row in held if (goal := row.at(5))] == [whole] * 2
        assert replaced(RIGHT[1], again).slots[4].text == whole


def test_a_project_that_begins_on_a_page_has_a_goal_of_its_own() -> None:
    page = rows_of(paged("河道清淤 | 产出指标 | 里程 | 5公里 | 完成清淤。\n^ | ^ | 合格率 | 9% | ^").grids[0])
    held, again = carried(RIGHT, page)
    assert held[0].slots[-1].text == "完成清淤。"
    assert RIGHT[1].slots[4].key not in again
