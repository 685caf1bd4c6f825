"""Weights told in names or before scores."""

import pytest

from tests.parsers.layouts.reading_drawings import one

HEAD = "2024年项目支出绩效自评表\n项目名称 | 甲 | < | < | <\n"


@pytest.mark.parametrize(
    ("header", "rows", "read"),
    [
        (
            "三级指标 | 指标值 | 得分", "面积（10分） | 5亩 | 9\n合格率(20分) | 100% | 20",
            [("面积", "10", "9"), ("合格率", "20", "20")],
        ),
        (
            "三级指标 | 指标值 | 分值 | 得分", "面积（10分） | 5亩 | 12 | 9\n合格率(20分) | 100% | 20 | 20",
            [("面积（10分）", "12", "9"), ("合格率(20分)", "20", "20")],
        ),
        (
            "三级指标 | 指标值 | 得分", "测验成绩（60分） | 5人 | 9\n合格率 | 100% | 20\n面积 | 5亩 | 3",
            [("测验成绩（60分）", None, "9"), ("合格率", None, "20"), ("面积", None, "3")],
        ),
        ("三级指标 | 指标值 | 分值/得分", "面积 | 5亩 | 10/9\n合格率 | 100% | 20", [("面积", "10", "9"), ("合格率", None, "20")]),
        ("三级指标 | 指标值 | 得分／权重", "面积 | 5亩 | 9/10\n合格率 | 100% | 19.5／20", [("面积", "10", "9"), ("合格率", "20", "19.5")]),
    ],
    ids=["behind names", "a column of weights counts", "one name only", "before scores", "behind scores"],
)  # fmt: skip
def test_weights_without_a_column_of_their_own(
    header: str, rows: str, read: list[tuple[str, str | None, str | None]]
) -> None:
    levelled = "\n".join(f"产出指标 | 数量指标 | {row}" for row in rows.split("\n"))
    table = one(f"{HEAD}一级指标 | 二级指标 | {header}\n{levelled}")
    assert [(i.name, i.weight, i.score) for i in table.indicators] == read
    assert all(i.spans["weight"] for i in table.indicators if i.weight is not None)
