"""The same indicator in several departments."""

from collections.abc import Callable
from pathlib import Path

from audit import open_database


def test_from_the_least_to_the_most(made: Callable[..., Path]) -> None:
    def satisfaction(value: str) -> list[tuple[str, str, str]]:
        return [("服务对象满意度指标", "群众满意度", value), ("数量指标", "修路里程", "≥12公里")]

    database = made(
        {"year": 2024, "agency": "甲处", "rows": satisfaction("≥90%")},
        {"year": 2024, "agency": "乙处", "rows": satisfaction("95%以上")},
        {"year": 2024, "agency": "丙处", "rows": [("服务对象满意度指标", "群众 满意度", "≥85%")]},
        {"year": 2023, "agency": "丁处", "rows": satisfaction("≥70%")},
        {"year": 2024, "agency": "戊处", "rows": [("服务对象满意度指标", "群众满意度", "≥3分")]},
    )
    with open_database(database) as opened:
        found = list(opened.peers("满意度"))
        assert {one.name for one in opened.peers()} == {"群众满意度", "修路里程"}
        assert list(opened.peers(agency="甲处")) == []
    assert [(one.side.project.agency, one.value, one.rank) for one in found] == [
        ("丙处", "85", 1),
        ("甲处", "90", 2),
        ("乙处", "95", 3),
    ]
    assert {(one.of, one.owners, one.least, one.median, one.most, one.unit) for one in found} == {
        (3, 3, "85", "90", "95", "%")
    }
