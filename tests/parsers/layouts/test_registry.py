"""The choice among layouts."""

from parsers.layouts.reading import Reading
from parsers.layouts.registry import LAYOUTS, best_reading
from parsers.layouts.sections import Section, sections
from tests.drawing import document

SECTION = sections(document("项目绩效目标表\n项目名称 | 甲\n三级指标 | 指标值\n报告 | 2份"))[0]


def test_the_layout_that_reads_a_table_wins_over_the_one_that_reads_none() -> None:
    def nothing(_: Section) -> Reading:
        return Reading("a")

    assert best_reading(SECTION, (nothing, *LAYOUTS)).layout == "form"


def test_order_never_decides() -> None:
    assert best_reading(SECTION, LAYOUTS) == best_reading(SECTION, LAYOUTS[::-1])
