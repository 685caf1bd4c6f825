"""Projects down, indicators across."""

from tests.parsers.layouts.reading_drawings import read

LIST = """
镇级项目绩效目标一览表（2024年）
序号 | 项目名称 | 预算数（元） | 产出指标 | < | 满意度指标
^ | ^ | ^ | 数量指标 | 时效指标 | 服务对象满意度指标
^ | ^ | ^ | 路灯 | 完工 | 村民满意度
1 | 亮化 | 25 | ≥120盏 | 9月底前 | ≥90%
2 | 管网 | 180 | / | 2024年12月底前 | ≥92%
"""


def told(drawing: str) -> list[tuple[str | None, list[tuple[str | None, str, str | None]]]]:
    tables = read(drawing).tables
    return [(t.project_name, [(i.level2, i.name, i.stated.value) for i in t.indicators]) for t in tables]


def test_each_project_has_the_indicators_it_has_a_value_for() -> None:
    assert told(LIST) == [
        (
            "亮化",
            [
                ("数量指标", "路灯", "≥120盏"),
                ("时效指标", "完工", "9月底前"),
                ("服务对象满意度指标", "村民满意度", "≥90%"),
            ],
        ),
        ("管网", [("时效指标", "完工", "2024年12月底前"), ("服务对象满意度指标", "村民满意度", "≥92%")]),
    ]
    (first, second) = read(LIST).tables
    assert (first.layout, first.fiscal_year, first.budget.total, second.coverage) == ("crosswise", 2024, "25", 1)
    assert [i.level1 for i in first.indicators] == ["产出指标", "产出指标", "满意度指标"]


def test_one_row_of_levels_and_units_of_their_own() -> None:
    drawing = "项目名称 | 产出指标 | | 效益指标\n | 路灯 | 管网 | 投诉\n计量单位 | 盏 | 米 | 次\n甲 | ≥5 | ≥9 | ≤1"
    (table,) = read(f"项目绩效目标表\n{drawing}").tables
    assert [(i.level1, i.name, i.stated.value, i.stated.unit) for i in table.indicators] == [
        ("产出指标", "路灯", "≥5", "盏"),
        ("产出指标", "管网", "≥9", "米"),
        ("效益指标", "投诉", "≤1", "次"),
    ]


def test_without_levels_only_under_the_title_of_a_performance_table_and_over_values() -> None:
    rows = "项目名称 | 预算数 | 培训人数 | 合格率\n甲 | 5 | ≥100人 | ≥95%"
    assert told(f"项目绩效目标表\n{rows}") == [("甲", [(None, "培训人数", "≥100人"), (None, "合格率", "≥95%")])]
    assert told(rows) == []
    assert told("项目绩效目标表\n项目名称 | 预算数 | 数量 | 单价\n甲 | 5 | 100 | 95") == []
