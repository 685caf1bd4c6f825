"""Rows that a page break cut."""

from collections.abc import Sequence

from parsers.layouts.grids.rows import Row, rows_of
from parsers.layouts.sections import broken_rows
from parsers.layouts.sections.broken_rows import repeats, whole, with_halves
from tests.parsers.layouts.paged import paged

ROWS = rows_of(paged("一级指标 | 三级指标 | 指标值\n产出指标 | 培训人数 | ≥200人\n | 培训场次 | ≥3场").grids[0])


def completed(rows: Sequence[Row], row: Row, *, paged: bool) -> Row | None:
    """The joined row, where nothing of the second half is left."""
    joined = broken_rows.completed(rows, [row], paged=paged)
    assert joined is None or not joined.rest
    return None if joined is None else joined.row


def test_a_page_repeats_the_head_down_to_its_header() -> None:
    again = rows_of(paged("一级指标 | 三级指标 | 指标值\n | 满意度 | ≥9").grids[0])
    assert repeats(ROWS, ROWS, again) == (0, 1, True)
    assert repeats(ROWS, ROWS, again[1:]) == (0, 0, True)
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


def test_the_end_of_a_name_may_read_as_a_level() -> None:
    rows = rows_of(
        paged("二级指标 | 三级指标 | 指标值\n数量指标 | 培训 | 3期\n社会效益 | 知识产权社会 | 增强").grids[0]
    )
    joined = completed(rows, rows_of(paged(" | 影响力 |").grids[0])[0], paged=True)
    assert joined is not None
    assert joined.slots[1].text == "知识产权社会影响力"
    assert completed(rows, rows_of(paged("满意度 | |").grids[0])[0], paged=True) is None


def test_an_amount_goes_on_where_few_columns_do() -> None:
    drawn = "单位 | 项目 | 金额 | 三级指标 | 指标值 | 度量单位\n甲局 | 乙计划 | 3792000 | 开工率 | 91 | %\n甲局 | 乙 | 3792000 | 超概 | 3 | %"
    rows = rows_of(paged(drawn).grids[0])
    joined = completed(rows, rows_of(paged(" | 计划 | 0 | 算率 | |").grids[0])[0], paged=True)
    assert joined is not None
    assert [slot.text for slot in joined.slots] == ["甲局", "乙计划", "37920000", "超概算率", "3", "%"]


def test_so_it_does_where_most_columns_do_below_a_number_without_its_name() -> None:
    drawn = (
        "单位 | 项目 | 金额 | 指标名称 | 二级指标 | 指标值 | 度量单位\n甲局 | 乙计划 | 3792000.00 | 指标7：开工率 | 质量指标 | 91 | %\n"
        "甲局 | 乙计 | 3792000 | 指标8： | 社会效益 | 进一步促 |"
    )
    rows = rows_of(paged(drawn).grids[0])
    joined = completed(rows, rows_of(paged("本级 | 划 | 0.00 | 教育公平 | 指标 | 进 |").grids[0])[0], paged=True)
    assert joined is not None
    told = [slot.text for slot in joined.slots]
    assert told == ["甲局本级", "乙计划", "37920000.00", "指标8：教育公平", "社会效益指标", "进一步促进"]


def test_a_value_in_words_below_a_whole_value_is_of_a_row_that_has_no_unit() -> None:
    drawn = "指标 | 值 | 单位\n合格率 | ≥95 | %\n事故起数 | ≤2 | 起"
    rows = rows_of(paged(drawn).grids[0])
    assert completed(rows, rows_of(paged("安全意识 | 明显增强 |").grids[0])[0], paged=True) is None


def test_ends_of_levels_before_the_end_of_a_name_are_a_half_whatever_that_end_reads_as() -> None:
    drawn = "一级指标 | 二级指标 | 三级指标 | 甲乡 | 乙镇 | 丙村\n产出 | 经济效 | 拉动 | 3个 | 4个 | 5个"
    rows = rows_of(paged(drawn).grids[0])
    joined = completed(rows, rows_of(paged("指标 | 益指标 | 投资 | | |").grids[0])[0], paged=True)
    assert joined is not None
    assert [slot.text for slot in joined.slots][:3] == ["产出指标", "经济效益指标", "拉动投资"]


def test_the_end_of_a_name_below_a_header_over_areas() -> None:
    drawn = "一级指标 | 二级指标 | 三级指标 | 甲乡 | 乙镇 | 丙村\n产出指标 | 质量指标 | 安全事故 | 0起 | 0起 | 0起"
    rows = rows_of(paged(drawn).grids[0])
    joined = completed(rows, rows_of(paged(" | | 发生起数 | | |").grids[0])[0], paged=True)
    assert joined is not None
    assert joined.slots[2].text == "安全事故发生起数"


def test_two_halves_that_make_what_the_rows_above_repeat_are_one_row() -> None:
    drawn = "预算单位 | 项目名称 | 绩效指标\n某市卫生健康局 | 义诊经费 | 义诊130场\n某市 | 执法 | 检查2670次"
    rows = rows_of(paged(drawn).grids[0])
    joined = completed(rows, rows_of(paged("卫生健康局 | 经费 | 查办98件").grids[0])[0], paged=True)
    assert joined is not None
    assert [slot.text for slot in joined.slots][:2] == ["某市卫生健康局", "执法经费"]


def test_a_year_alone_goes_on_with_its_month() -> None:
    drawn = "三级指标 | 指标值\n工程开工率 | ≥95%\n工程完工 | 2024年"
    rows = rows_of(paged(drawn).grids[0])
    joined = completed(rows, rows_of(paged("时间 | 11月30日前").grids[0])[0], paged=True)
    assert joined is not None
    assert [slot.text for slot in joined.slots] == ["工程完工时间", "2024年11月30日前"]


def test_a_goal_that_goes_on_over_the_break_is_no_part_of_the_row() -> None:
    first = paged("项目 | 目标 | 三级指标 | 指标值\n甲 | 合格率不少 | 培训 | 3期\n^ | ^ | 项目验收 | 89").grids[0]
    second = paged(" | 于89%。 | 通过率 |\n | ^ | 完成率 | 90").grids[0]
    joined = broken_rows.completed(rows_of(first), rows_of(second), paged=True)
    assert joined is not None
    assert [slot.text for slot in joined.row.slots] == ["项目验收通过率", "89"]
    assert [[slot.text for slot in row.slots] for row in joined.rest] == [["于89%。"], ["完成率", "90"]]


def test_a_project_whose_first_row_the_break_cut_holds_below_it() -> None:
    first = paged("项目 | 三级指标 | 指标值\n甲 | 培训 | 3期\n补贴资 | 发放总 | 3万元").grids[0]
    second = paged("金 | 额 |\n^ | 合格率 | 98%").grids[0]
    joined = broken_rows.completed(rows_of(first), rows_of(second), paged=True)
    assert joined is not None
    assert [slot.text for slot in joined.row.slots] == ["补贴资金", "发放总额", "3万元"]
    assert [slot.text for slot in joined.rest[0].covering.values()] == ["补贴资金"]


def test_a_row_that_lacks_nothing_goes_on_where_its_words_break_off() -> None:
    rows = rows_of(paged("三级指标 | 指标值\n培训 | 3期\n指标2： | ≤8小\n").grids[0])
    joined = completed(rows, rows_of(paged("报告时限 | 时").grids[0])[0], paged=True)
    assert joined is not None
    assert [slot.text for slot in joined.slots] == ["指标2：报告时限", "≤8小时"]
    assert completed(rows, rows_of(paged("报告份数 | 3份").grids[0])[0], paged=True) is None


def test_halves_that_make_a_level_or_a_value_are_one_row() -> None:
    rows = rows_of(paged("一级指标 | 三级指标 | 指标值\n产出指标 | 培训 | 3期\n满意度指 | 检验报告 | ≤18个工").grids[0])
    for half, whole_texts in (
        ("标 | 出具 | 作日", ["满意度指标", "检验报告出具", "≤18个工作日"]),
        (" | 出具时限 | 作日", ["满意度指", "检验报告出具时限", "≤18个工作日"]),
    ):
        joined = completed(rows, rows_of(paged(half).grids[0])[0], paged=True)
        assert joined is not None
        assert [slot.text for slot in joined.slots] == whole_texts


def test_a_figure_goes_on_with_its_unit_and_a_date_with_its_month() -> None:
    head = "三级指标 | 指标值 | 实际完成值 | 备注\n培训 | 3期 | 3期 | 无\n"
    for last, half, value in (
        ("监测 | ≥12 | 118 | 无", "点数量 | 0个 | 个 |", "≥120个"),
        ("完工 | 12 | 否 | 无", "时间 | 月底前 | |", "12月底前"),
    ):
        joined = completed(rows_of(paged(head + last).grids[0]), rows_of(paged(half).grids[0])[0], paged=True)
        assert joined is not None
        assert joined.slots[1].text == value


def test_the_end_of_a_name_below_a_header_of_two_rows() -> None:
    head = "三级指标 | 指标值 | 偏差原因 | <\n^ | ^ | 经费保障 | 其他\n培训 | 3期 | 无 |\n工程合格 | 100% | 无 |"
    joined = completed(rows_of(paged(head).grids[0]), rows_of(paged("率 | | |").grids[0])[0], paged=True)
    assert joined is not None
    assert joined.slots[0].text == "工程合格率"


def test_an_item_that_ended_in_its_figure_is_not_continued() -> None:
    rows = rows_of(paged("数量指标 | 培训人数 ≥200人 | 是").grids[0])
    joined = completed([*ROWS, *rows], rows_of(paged(" | 培训场次 ≥3场 |").grids[0])[0], paged=True)
    assert joined is not None
    assert joined.slots[1].text == "培训人数 ≥200人\n培训场次 ≥3场"


def test_a_cell_made_of_two_is_in_both_places() -> None:
    one, other = ROWS[1].slots[1], ROWS[2].slots[0]
    assert whole(one, other, "培训").keys == (one.key, other.key)


def test_a_header_cut_by_the_break_is_joined_with_the_label_of_its_group() -> None:
    above = rows_of(paged("实施期绩 | 一级 | 二级 | 三级指标 | 指标值").grids[0])
    below = rows_of(paged("效指标 | 指标 | 指标 | |\n^ | 产出指标 | 数量指标 | 培训人数 | ≥200人").grids[0])
    joined = broken_rows.completed(above, below, paged=True)
    assert joined is not None
    assert [slot.text for slot in joined.row.slots] == ["实施期绩效指标", "一级指标", "二级指标", "三级指标", "指标值"]
    assert [row.covering[1].text for row in joined.rest] == ["实施期绩效指标"]


def test_the_end_of_a_level_and_a_value_are_no_half_of_a_row_whose_value_is_whole() -> None:
    rows = rows_of(paged("二级指标 | 三级指标 | 指标值\n数量指标 | 培训 | 3期\n满意度指 | 群众评价 | 合格").grids[0])
    assert completed(rows, rows_of(paged("标 | 企业评价 | 合格").grids[0])[0], paged=True) is None


def test_a_part_of_the_money_whose_name_stands_on_the_next_page() -> None:
    rows = rows_of(paged("年度资金总额 | 3000 | 1800\n其中： | 2500 | 1500").grids[0])
    joined = completed(rows, rows_of(paged("本年财政拨款 | |").grids[0])[0], paged=True)
    assert joined is not None
    assert [slot.text for slot in joined.slots] == ["其中：本年财政拨款", "2500", "1500"]
