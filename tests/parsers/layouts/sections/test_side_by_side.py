"""Forms beside each other on one sheet."""

from parsers.layouts.sections.side_by_side import forms_apart
from tests.drawing import document
from tests.parsers.layouts.reading_drawings import read

BESIDE = """
2024年项目支出绩效目标表 | < | < | < | < | < | < | < | <
项目名称 | 甲项目 | < | < | | 项目名称 | 乙项目 | < | <
年度资金总额 | 100 | < | < | | 年度资金总额 | 200 | < | <
一级指标 | 二级指标 | 三级指标 | 指标值 | | 一级指标 | 二级指标 | 三级指标 | 指标值
产出指标 | 数量指标 | 培训人数 | ≥100人 | | 产出指标 | 数量指标 | 修路里程 | ≥10公里
^ | 质量指标 | 合格率 | ≥95% | | 满意度指标 | 服务对象满意度指标 | 群众满意度 | ≥90%
"""


def test_two_forms_beside_each_other_are_two_tables_under_one_title() -> None:
    found = read(BESIDE)
    assert [(t.title, t.project_name, t.budget.total, len(t.indicators)) for t in found.tables] == [
        ("2024年项目支出绩效目标表", "甲项目", "1000000", 2),
        ("2024年项目支出绩效目标表", "乙项目", "2000000", 2),
    ]
    assert found.cells.reported == 0


def test_three_without_a_gap_and_with_titles_of_their_own() -> None:
    form = ["项目绩效目标表 | < | <", "项目名称 | {} | <", "指标名称 | 指标值 | 权重", "培训人数 | ≥{}人 | 10"]
    lines = (" | ".join(line.format(name) for name in (1, 2, 3)) for line in form)
    (*forms,) = forms_apart(document("\n".join(lines)).grids[0])
    assert [next(cell.column for cell in form.cells) for form in forms] == [1, 4, 7]


def test_periods_beside_each_other_are_one_form() -> None:
    drawing = """
    项目名称 | 修路 | < | < | < | < | < | <
    中期目标 | 建成 | < | < | 年度目标 | 开工 | < | <
    一级指标 | 二级指标 | 三级指标 | 指标值 | 一级指标 | 二级指标 | 三级指标 | 指标值
    产出指标 | 数量指标 | 里程 | 30公里 | 产出指标 | 数量指标 | 里程 | 10公里
    """
    assert len(forms_apart(document(drawing).grids[0])) == 1
    assert len(read(drawing).tables) == 1


def test_one_label_over_a_thousand_columns_is_no_thousand_forms() -> None:
    drawing = " | ".join(["项目名称"] * 1000) + "\n" + " | ".join(["三级指标", "指标值", "权重"] * 333)
    assert len(forms_apart(document(drawing).grids[0])) == 1
