"""What forms print below their indicators, in the same grid: who filled them in and when, what others said of them."""

import pytest

from tests.parsers.layouts.reading_drawings import read

FORM = (
    "2023年项目支出绩效自评表\n项目名称 | 春蚕种补贴 | < | < | < | <\n"
    "一级指标 | 二级指标 | 三级指标 | 目标值 | 完成值 | 得分\n"
    "产出指标 | 数量指标 | 补贴张数 | 8000张 | 8120张 | 50\n"
    "满意度指标 | 服务对象满意度指标 | 蚕农满意度 | 90% | 93% | 10\n"
)


@pytest.mark.parametrize(
    ("foot", "told"),
    [
        (
            "填报单位：宜州区蚕业站 | < | < | 填报人：韦某 | < | 2024年1月8日",
            {"填报单位": "宜州区蚕业站", "": "2024年1月8日"},
        ),
        ("单位（盖章） | < | 填报人：韦某 | < | < | 日期：2024年1月8日", {"日期": "2024年1月8日"}),
        ("评价小组成员：李某、韦某 | < | < | < | < | 2024-01-08", {"": "2024-01-08"}),
        (
            "填表单位（章） | 宜州区蚕业站 | 填表日期 | 2024年1月8日 | 填表人 | 韦某",
            {"填表单位（章）": "宜州区蚕业站", "填表日期": "2024年1月8日"},
        ),
        ("经办人：李某 | < | 负责人：韦某 | < | < | 2024/1/8", {"": "2024/1/8"}),
        ("审核人（签字）： | < | 制表人：韦某 | < | < | 年  月  日", {}),
        (
            "主管部门审核：同意 | < | < | 财政部门审核：同意 | < | 2024.1.8",
            {"主管部门审核": "同意", "财政部门审核": "同意", "": "2024.1.8"},
        ),
        (
            "专家组长：吴某 | < | < | 评价等级：优 | < | 总得分：98\n评价时间 | 2024年2月 | < | 复核人 | 郑某 | <",
            {"评价等级": "优", "总得分": "98", "评价时间": "2024年2月"},
        ),
        ("填报单位：宜州区蚕业站 | < | 填报人 | 韦某 | < | <", {"填报单位": "宜州区蚕业站"}),
        (
            "主管部门意见 | 同意 | < | < | < | 2023年11月2日",
            {"主管部门意见": "同意", "": "2023年11月2日"},
        ),
    ],
)
def test_a_row_at_the_foot_is_no_indicator_and_its_names_are_left_out(foot: str, told: dict[str, str]) -> None:
    found = read(FORM + foot)
    (table,) = found.tables
    assert [i.name for i in table.indicators] == ["补贴张数", "蚕农满意度"]
    assert {field.label: field.text for field in table.fields[1:]} == told
    assert table.score == told.get("总得分")
    assert table.agency == next((text for label, text in told.items() if "单位" in label), None)
    assert found.cells.reported == 0
    assert not any(name in table.model_dump_json() for name in ("韦某", "李某", "吴某", "郑某"))


def test_the_foot_of_one_form_is_not_the_head_of_the_next() -> None:
    foot = "填报单位：甲站 | < | < | 填报人：韦某 | < | 2024年1月8日\n"
    second = FORM.replace("表\n", "表 | < | < | < | < | <\n").replace("春蚕种", "秋蚕种") + foot.replace("甲站", "乙站")
    tables = read(FORM + foot + second).tables
    assert [(table.project_name, table.agency) for table in tables] == [("春蚕种补贴", "甲站"), ("秋蚕种补贴", "乙站")]
    assert [table.fields[-1].text for table in tables] == ["2024年1月8日", "2024年1月8日"]
