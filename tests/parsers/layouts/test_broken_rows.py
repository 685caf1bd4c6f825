"""Rows that a page break cut."""

from parsers.layouts.broken_rows import carried, completed, repeats, replaced, whole, with_halves
from parsers.layouts.rows import rows_of
from tests.parsers.layouts.paged import paged

ROWS = rows_of(paged("一级指标 | 三级指标 | 指标值\n产出指标 | 培训人数 | ≥200人\n | 培训场次 | ≥3场").grids[0])


def test_a_page_repeats_the_head_down_to_its_header() -> None:
    again = rows_of(paged("一级指标 | 三级指标 | 指标值\n | 满意度 | ≥9").grids[0])
    assert repeats(ROWS, again) == (0, 1)
    assert repeats(ROWS, again[1:]) == (0, 0)
    assert len(with_halves(ROWS[0], again[0]).slots[0].keys) == 2


def test_a_half_lacks_a_column_all_rows_fill() -> None:
    half = rows_of(paged(" | （含线上） |").grids[0])[0]
    joined = completed(ROWS, half, paged=True)
    assert joined is not None
    assert [slot.text for slot in joined.slots] == ["培训场次（含线上）", "≥3场"]
    assert completed(ROWS, half, paged=False) is None
    assert completed(ROWS, rows_of(paged(" | 满意度 | ≥9").grids[0])[0], paged=True) is None


def test_a_half_lacks_the_level_that_every_row_repeats() -> None:
    rows = rows_of(
        paged("数量指标 | 培训人数 | ≥200人\n数量指标 | 培训场次 | ≥3场\n质量指标 | 试点企业 | 有效").grids[0]
    )
    half = rows_of(paged(" | 综合实力 | 提升").grids[0])[0]
    joined = completed(rows, half, paged=True)
    assert joined is not None
    assert [slot.text for slot in joined.slots] == ["质量指标", "试点企业综合实力", "有效提升"]


COUNTED = rows_of(
    paged(
        "三级指标 | 指标性质 | 指标值 | 度量单位\n演出场次 | ≥ | 206 | 场\n馆藏图书 | ≥ | 11800 | 册\n开放时间 | ≥ | 47 | 小时"
    ).grids[0]
)


def test_a_row_with_a_sign_or_a_figure_of_its_own_is_no_half_though_it_has_no_unit() -> None:
    own = rows_of(paged("完成时间 | 定性 | 2024年12月底前 |").grids[0])[0]
    assert completed(COUNTED, own, paged=True) is None
    valued = rows_of(paged("三级指标 | 指标值 | 单位\n图书 | 300 | 册\n时间 | 47 | 小时").grids[0])
    assert completed(valued, rows_of(paged("完成时间 | 2024年12月底前 |").grids[0])[0], paged=True) is None


def test_a_half_goes_on_with_a_date_or_a_name_of_the_last_row() -> None:
    rows = rows_of(paged("三级指标 | 指标值 | 备注\n报告 | 3份 | 甲\n完成工程验收 | 2024年 | 乙").grids[0])
    joined = completed(rows, rows_of(paged("的时间 | 12月底前 |").grids[0])[0], paged=True)
    assert joined is not None
    assert [slot.text for slot in joined.slots] == ["完成工程验收的时间", "2024年12月底前", "乙"]


def test_an_item_that_ended_in_its_figure_is_not_continued() -> None:
    rows = rows_of(paged("数量指标 | 培训人数 ≥200人 | 是").grids[0])
    joined = completed([*ROWS, *rows], rows_of(paged(" | 培训场次 ≥3场 |").grids[0])[0], paged=True)
    assert joined is not None
    assert joined.slots[1].text == "培训人数 ≥200人\n培训场次 ≥3场"


def test_labels_hold_on_until_the_next_one() -> None:
    page = rows_of(paged("产出指标 | 甲 | 1\n | 乙 | 2\n效益指标 | 丙 | 3").grids[0])
    held, again = carried(ROWS[:2], page)
    assert [label.text for row in held if (label := row.at(1))] == ["产出指标", "产出指标", "效益指标"]
    assert [len(row.slots) for row in held] == [2, 2, 3]
    assert [len(slot.keys) for slot in replaced(ROWS[1], again).slots] == [2, 1, 1]


def test_a_cell_made_of_two_is_in_both_places() -> None:
    one, other = ROWS[1].slots[1], ROWS[2].slots[0]
    assert whole(one, other, "培训").keys == (one.key, other.key)


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
