"""Forms whose indicators stand under no header."""

import pytest

from tests.parsers.layouts.reading_drawings import one, read
from tests.parsers.layouts.telling import lines

HEAD = """
项目支出绩效目标表
项目名称 | 边境小康村建设 | 主管部门 | 自治区住建厅
资金总额 | 3200万元 | 其中：中央财政 | 3000万元
"""
READ = [
    "project_target | unheaded | title 项目支出绩效目标表 | project_name 边境小康村建设 | department 自治区住建厅",
    "budget: total 32000000, fiscal 30000000",
    "funds: budget 资金总额 32000000; budget 其中：中央财政 30000000",
]


def test_values_stand_behind_the_names() -> None:
    drawn = f"""{HEAD}
绩效指标 | 产出指标 | 数量指标 | 指标1：建设村数 6个
^ | ^ | ^ | 指标2：住房改造 320户；道路 12公里
^ | ^ | 时效指标 | 2024年12月底前完成
^ | 效益指标 | 社会效益指标 | 丰富群众生活
^ | 满意度指标 | 服务对象满意度指标 | 群众满意度≥95%
填表人：钱某 | < | < | 填报日期：2024年1月
"""
    assert list(lines(read(drawn))) == [
        *READ,
        "产出指标 | 数量指标 | 建设村数 | 6个",
        "产出指标 | 数量指标 | 住房改造 | 320户",
        "产出指标 | 数量指标 | 道路 | 12公里",
        "产出指标 | 时效指标 | 时效指标 | 2024年12月底前完成",
        "效益指标 | 社会效益指标 | 丰富群众生活 | ",
        "满意度指标 | 服务对象满意度指标 | 群众满意度 | ≥95%",
        "said: value-from-name",
    ]


def test_values_stand_in_a_column_of_their_own() -> None:
    drawn = f"""{HEAD}
产出指标 | 数量指标 | 建设村数 | 6个
^ | 质量指标 | 验收合格率 | 100%
效益指标 | 社会效益指标 | 受益人口 | 1500人
"""
    assert list(lines(read(drawn))) == [
        *READ,
        "产出指标 | 数量指标 | 建设村数 | 6个",
        "产出指标 | 质量指标 | 验收合格率 | 100%",
        "效益指标 | 社会效益指标 | 受益人口 | 1500人",
    ]


@pytest.mark.parametrize(
    "rows",
    [
        "数量指标 | 建设村数 6个\n其他 | 无",
        "数量指标 | 说明\n质量指标 | 说明",
        "数量指标 | 建设村数 | 某村\n质量指标 | 验收 | 某乡",
        "建设村数 | 6个\n验收合格率 | 100%",
    ],
)
def test_what_names_no_levels_or_states_no_values_is_no_form(rows: str) -> None:
    assert read(f"{HEAD}{rows}").tables == ()


def test_an_indicator_that_has_its_name_from_its_level_has_no_place_for_it() -> None:
    table = one(
        f"{HEAD}\n产出指标 | 数量指标 | 建设村数 6个\n^ | 时效指标 | 2024年12月底前完成\n^ | 质量指标 | 合格率100%"
    )
    named, timed, _ = table.indicators
    assert named.spans["name"] == named.spans["value"]
    assert (timed.name, "name" in timed.spans, "value" in timed.spans) == ("时效指标", False, True)


def test_a_scoring_table_is_no_form_without_a_header() -> None:
    found = read(
        """
        部门整体支出绩效自评评分表
        一级指标 | 二级指标 | 三级指标 | 分值 | 指标说明 | 评分标准 | 得分
        管理效率 | 预算编制 | 新增项目评估 | 5 | 是否评估 | 应评未评扣1分 | 5
        ^ | 预算执行 | 结转结余率 | 2 | 结余/预算 | 每超1个点扣0.2分 | 2
        """
    )
    assert [indicator for table in found.tables for indicator in table.indicators] == []
