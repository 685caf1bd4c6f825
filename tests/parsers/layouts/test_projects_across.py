"""Projects side by side."""

from tests.parsers.layouts.reading_drawings import one, read

DRAWN = """
2024年项目绩效目标一览表
单位：万元
项目名称 | 水库加固 | 山洪防治 | 河道清淤
主管部门 | 某县水利局 | < | <
预算金额 | 1500 | 380 | 96
数量指标 | 加固水库5座 | 建设预警点120处 | 清淤河道18公里
质量指标 | 验收合格率100% | 设备完好率≥95% | 验收合格率100%
"""


def test_each_column_is_a_project() -> None:
    found = read(DRAWN)
    assert [(t.project_name, t.department, t.budget.total) for t in found.tables] == [
        ("水库加固", "某县水利局", "15000000"),
        ("山洪防治", "某县水利局", "3800000"),
        ("河道清淤", "某县水利局", "960000"),
    ]
    assert [[(i.level2, i.name, i.stated.value) for i in t.indicators] for t in found.tables][1] == [
        ("数量指标", "建设预警点", "120处"),
        ("质量指标", "设备完好率", "≥95%"),
    ]
    assert not found.cells.reported


def test_labels_beside_the_name_of_a_project_are_no_projects() -> None:
    form = "项目绩效目标表\n项目名称 | 修路 | 项目编码 | 0123\n一级指标 | 三级指标 | 指标值 | 备注\n产出指标 | 里程 | ≥5公里 |"
    assert one(form).project_name == "修路"


def test_a_label_nobody_listed_beside_the_name_makes_no_project() -> None:
    table = one(
        "项目绩效目标表\n项目名称 | 修路 | 规划期 | 三年\n二级指标 | 三级指标 | 指标值 | 备注\n数量指标 | 里程 | ≥5公里 |\n"
        "质量指标 | 合格率 | 100% |"
    )
    assert (table.layout, [i.name for i in table.indicators]) == ("form", ["里程", "合格率"])
