"""The choice among layouts."""

import tomllib
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.layouts.reading import Reading
from parsers.layouts.registry import LAYOUTS, Layout, best_reading
from parsers.layouts.sections.sections import Section, sections
from tests.drawing import document

SECTION = sections(document("项目绩效目标表\n项目名称 | 甲\n三级指标 | 指标值\n报告 | 2份"))[0]
BUREAUS = tomllib.loads(Path(__file__).with_name("bureaus.toml").read_text(encoding="utf-8"))
PRINTED = [section for printed in BUREAUS.values() for section in sections(document(printed["drawn"]))][::3]


def test_the_layout_that_reads_a_table_wins_over_the_one_that_reads_none() -> None:
    def nothing(_: Section) -> Reading:
        return Reading("a")

    assert best_reading(SECTION, (nothing, *LAYOUTS)).layout == "form"


def test_order_never_decides() -> None:
    assert best_reading(SECTION, LAYOUTS) == best_reading(SECTION, LAYOUTS[::-1])


@settings(max_examples=6)
@given(order=st.permutations(LAYOUTS))
def test_no_order_changes_how_a_printed_table_is_read(order: list[Layout]) -> None:
    for section in PRINTED:
        assert best_reading(section, tuple(order)) == best_reading(section, LAYOUTS)


def test_of_two_that_use_as_many_cells_the_one_that_leaves_fewer_unexplained_wins() -> None:
    head = "专项资金名称 | 资金总额 | 项目总体绩效目标 | 年度绩效指标 | | |\n | | | 一级 | 二级 | 三级 | 指标值\n"
    rows = "土壤监测 | 144.00 | 完成监测任务 | 产出指标 | 数量指标 | 监测点位 | ≥143个\n"
    (section,) = sections(document(f"{head}{rows}{head}{rows} | | | | 质量指标 | 合格率 | ≥97%"))
    (table,) = best_reading(section).tables
    assert (table.project_name, len(table.indicators)) == ("土壤监测", 3)
