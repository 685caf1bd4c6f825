"""Levels followed from row to row."""

from parsers.layouts.grids.rows import Slot, rows_of
from parsers.layouts.indicators.levels import Levels, follow
from schema.catalogue import Code
from tests.drawing import document


def _slot(text: str) -> Slot:
    return rows_of(document(f"{text} |").grids[0])[0].slots[0]


OUTPUT = Levels("产出指标", "数量指标", _slot("产出指标"), _slot("数量指标"))


def test_nothing_new_is_the_levels_above() -> None:
    assert follow(OUTPUT, {}, None) == (OUTPUT, [])


def test_a_new_level_1_ends_the_level_2_above() -> None:
    levels, odd = follow(OUTPUT, {"level1": _slot("效益 指标（30分）")}, None)
    assert (levels.level1, levels.level2, odd) == ("效益指标", None, [])


def test_a_level_2_that_cannot_stand_here_brings_its_level_1() -> None:
    levels, odd = follow(OUTPUT, {"level2": _slot("社会效益指标")}, None)
    assert (levels.level1, levels.level2) == ("效益指标", "社会效益指标")
    assert [diagnostic.code for diagnostic in odd] == [Code.LEVEL_INFERRED]


def test_the_execution_of_the_budget_is_no_level_2_of_outputs_and_one_of_what_has_none() -> None:
    levels, _ = follow(OUTPUT, {"level2": _slot("预算执行（10分）")}, None)
    assert (levels.level1, levels.level2) == ("预算执行", None)
    levels, _ = follow(Levels("管理效率", None, _slot("管理效率"), None), {"level2": _slot("预算执行")}, None)
    assert (levels.level1, levels.level2) == ("管理效率", "预算执行")


def test_a_merged_level_1_is_never_overruled() -> None:
    levels, odd = follow(OUTPUT, {"level2": _slot("社会效益指标")}, _slot("产出指标"))
    assert (levels.level1, levels.level2, odd) == ("产出指标", "社会效益指标", [])


def test_cost_may_stand_under_output_and_under_cost() -> None:
    under_output, _ = follow(OUTPUT, {"level2": _slot("成本指标")}, None)
    under_cost, _ = follow(Levels("成本指标", None, _slot("成本指标"), None), {"level2": _slot("成本指标")}, None)
    assert (under_output.level1, under_cost.level1) == ("产出指标", "成本指标")


def test_unknown_levels_are_kept_and_said() -> None:
    levels, odd = follow(Levels(), {"level1": _slot("安全目标值"), "level2": _slot("事故")}, None)
    assert (levels.level1, levels.level2) == ("安全目标值", "事故")
    assert [diagnostic.code for diagnostic in odd] == [Code.UNKNOWN_LEVEL] * 2
