"""Which way indicators are better."""

import pytest

from normalize.directions import Direction, direction


@pytest.mark.parametrize(
    ("name", "level1", "level2", "expected"),
    [
        ("年度专利授权量", "产出指标", "数量指标", "higher"),
        ("项目验收合格率", "产出指标", "质量指标", "higher"),
        ("资金发放及时率", "产出指标", "时效指标", "higher"),
        ("服务对象满意度", "满意度指标", "服务对象满意度指标", "higher"),
        ("项目总经费", "产出指标", "成本指标", "lower"),
        ("成本节约率", "成本指标", None, "higher"),
        ("安全事故发生数", "产出指标", "质量指标", "lower"),
        ("投诉办结率", "产出指标", "质量指标", "higher"),
        ("系统响应时间", "产出指标", "时效指标", "lower"),
        ("项目完成时间", "产出指标", "时效指标", None),
        ("三公经费控制率", None, None, "lower"),
        ("室温", "产出指标", "质量指标", "hit"),
        ("故障率", None, None, "lower"),
        ("结余率", None, None, "lower"),
        ("事故下降率", None, None, "higher"),
        ("污染物排放浓度", "效益指标", "生态效益指标", "lower"),
        ("形象", None, None, None),
    ],
)
def test_name_and_level_tell_the_direction(
    name: str, level1: str | None, level2: str | None, expected: Direction | None
) -> None:
    assert direction(name, level1, level2) == expected
