"""The form whose indicators are prose."""

from schema.catalogue import Code
from tests.parsers.layouts.reading_drawings import one, read

HEAD = "2024年度项目支出绩效目标表\n项目名称 | 平安建设 | <\n项目资金（万元） | 35 | <\n"
CELL = "（一）产出指标⏎1.数量指标：巡查≥24次；培训≥6场。⏎2.质量指标：整改率100%。⏎（二）满意度指标⏎群众满意度≥90%。"


def _told(drawing: str) -> list[tuple[str | None, str | None, str, str | None]]:
    return [(i.level1, i.level2, i.name, i.stated.value) for i in one(HEAD + drawing).indicators]


ALL = [
    ("产出指标", "数量指标", "巡查", "≥24次"),
    ("产出指标", "数量指标", "培训", "≥6场"),
    ("产出指标", "质量指标", "整改率", "100%"),
]


def test_one_cell_tells_all_indicators_under_their_levels() -> None:
    assert _told(f"年度绩效指标 | {CELL} | <") == [*ALL, ("满意度指标", None, "群众满意度", "≥90%")]
    table = one(f"{HEAD}年度绩效指标 | {CELL} | <")
    assert (table.project_name, table.budget.total, table.layout, table.coverage) == (
        "平安建设",
        "350000",
        "prose_form",
        1,
    )


def test_a_cell_beside_each_level_tells_those_under_it() -> None:
    rows = "绩效指标 | 产出指标 | 数量指标：巡查≥24次，培训≥6场⏎质量指标：整改率100%\n^ | 满意度指标 | 服务对象满意度指标：群众满意度≥90%"
    assert _told(rows) == [*ALL, ("满意度指标", "服务对象满意度指标", "群众满意度", "≥90%")]


def test_words_beside_levels_one_may_name_no_level_two() -> None:
    rows = "产出指标 | 1.巡查≥24次；2.培训≥6场 | <\n满意度指标 | 群众满意度≥90% | <"
    assert [(one, name) for one, _, name, _ in _told(rows)] == [
        ("产出指标", "巡查"),
        ("产出指标", "培训"),
        ("满意度指标", "群众满意度"),
    ]


def test_names_beside_levels_are_no_prose() -> None:
    found = read(f"{HEAD}产出指标 | 巡查次数 | <\n满意度指标 | 群众满意度 | <")
    assert not found.tables


def test_a_sentence_that_tells_no_indicator_is_said() -> None:
    found = read(f"{HEAD}年度绩效指标 | 全面完成任务。数量指标：巡查≥24次；质量指标：整改率100%。 | <")
    assert [indicator.name for indicator in found.tables[0].indicators] == ["巡查", "整改率"]
    assert Code.UNUSED_TEXT in {diagnostic.code for diagnostic in found.diagnostics}
