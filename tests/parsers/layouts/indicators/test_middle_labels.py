"""Levels that stand in the middle or at the end of their rows."""

from tests.parsers.layouts.reading_drawings import read

HEAD = "2024年项目支出绩效目标表\n项目名称 | 安全巡查\n一级指标 | 二级指标 | 三级指标 | 指标值"


def levels(rows: str) -> tuple[list[str], set[str]]:
    found = read(f"{HEAD}\n{rows}")
    told = [f"{i.level1 or ''} {i.level2 or ''}".replace("指标", "") for i in found.tables[0].indicators]
    return told, {diagnostic.code.value for diagnostic in found.diagnostics}


def test_a_label_in_the_middle_holds_for_the_rows_above_it_too() -> None:
    told, said = levels(
        " |  | 次数 | ≥120次\n产出指标 | 数量指标 | 企业 | ≥60家\n | 质量指标 | 整改率 | ≥95%\n | 时效指标 | 时间 | 12月底\n"
        "效益指标 | 社会效益指标 | 事故 | 下降\n满意度指标 | 服务对象满意度指标 | 群众满意度 | ≥90%"
    )
    outputs = ["产出 数量", "产出 数量", "产出 质量", "产出 时效"]
    assert told == [*outputs, "效益 社会效益", "满意度 服务对象满意度"]
    assert said == {"level-moved"}


def test_a_label_in_the_middle_of_three_rows_ends_before_the_next_group() -> None:
    told, said = levels(
        " |  | 甲数 | 1次\n产出指标 | 数量指标 | 乙数 | 2次\n |  | 丙数 | 3次\n"
        " |  | 丁量 | 4次\n效益指标 | 社会效益指标 | 戊量 | 5次\n |  | 己量 | 6次\n合计 |  |  | 100"
    )
    assert told == ["产出 数量"] * 3 + ["效益 社会效益"] * 3
    assert said == {"level-moved"}


def test_a_label_in_the_last_row_holds_for_all_above_it() -> None:
    told, said = levels(
        " |  | 甲数 | 1次\n |  | 乙数 | 2次\n |  | 丙数 | 3次\n产出指标 | 数量指标 | 丁数 | 4次\n"
        " |  | 戊量 | 5次\n效益指标 | 社会效益指标 | 己量 | 6次"
    )
    assert told == ["产出 数量"] * 4 + ["效益 社会效益"] * 2
    assert said == {"level-moved"}


def test_labels_in_the_first_row_of_their_groups_stay() -> None:
    told, said = levels(
        "产出指标 | 数量指标 | 甲数 | 1次\n |  | 乙数 | 2次\n |  | 丙数 | 3次\n效益指标 | 社会效益指标 | 丁 | 4次"
    )
    assert told == ["产出 数量"] * 3 + ["效益 社会效益"]
    assert not said


def test_a_row_that_needs_no_level_has_none() -> None:
    told, _ = levels("预算执行率 |  |  | ≥95%\n产出指标 | 数量指标 | 甲数 | 1次")
    assert told[1] == "产出 数量"
    told, said = levels(" |  | 预算执行率 | ≥95%\n产出指标 | 数量指标 | 甲数 | 1次\n |  | 乙数 | 2次")
    assert told == [" ", "产出 数量", "产出 数量"]
    assert not said
