"""What became of indicators from year to year."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from audit import open_database
from audit.comparing import Change

Made = Callable[..., Path]
BEFORE = [
    ("数量指标", "修路里程", "≥12公里"),
    ("数量指标", "检测桥梁", "≥20座"),
    ("质量指标", "验收合格率", "≥95%"),
    ("时效指标", "完工时间", "2023年12月底前"),
    ("时效指标", "响应时间", "≤2小时"),
    ("成本指标", "2023年项目总经费", "≤50万元"),
    ("社会效益指标", "通行条件", "明显改善"),
    ("社会效益指标", "带动周边群众就业人数", "≥100人"),
    ("服务对象满意度指标", "群众满意度", "≥90%"),
]
AFTER = [
    ("数量指标", "修路里程", "≥10000米"),
    ("数量指标", "新建站点", "≥3个"),
    ("质量指标", "验收合格率", "95%以上"),
    ("时效指标", "完工时间", "2024年12月底前"),
    ("时效指标", "响应时间", "≤90分钟"),
    ("成本指标", "2024年项目总经费", "≤60万元"),
    ("社会效益指标", "通行条件", "有效提升"),
    ("社会效益指标", "带动周边群众就业人次数", "≥100人"),
    ("服务对象满意度指标", "群众满意度", "90%"),
]


def changed(database: Path, *words: str, **said: Any) -> dict[str, Change]:
    with open_database(database) as opened:
        found = list(opened.changes(*words, **said))
    names = [side.name if (side := one.now or one.then) else one.status for one in found]
    assert len(names) == len(set(names))
    return dict(zip(names, found, strict=True))


@pytest.fixture
def years(made: Made) -> Path:
    return made({"year": 2023, "rows": BEFORE}, {"year": 2024, "rows": AFTER})


def test_every_way_to_change(years: Path) -> None:
    found = changed(years)
    assert {name: (one.status, one.by, one.strictness) for name, one in found.items()} == {
        "修路里程": ("lowered", "-2000", "looser"),
        "检测桥梁": ("dropped", None, None),
        "新建站点": ("new", None, None),
        "验收合格率": ("unchanged", None, None),
        "完工时间": ("unchanged", None, None),
        "响应时间": ("lowered", "-1800", "stricter"),
        "2024年项目总经费": ("raised", "100000", "looser"),
        "通行条件": ("changed", None, None),
        "带动周边群众就业人次数": ("reworded", None, None),
        "群众满意度": ("changed", None, "stricter"),
    }
    assert {one.matched[0] for one in found.values()} == {"name"}
    assert found["2024年项目总经费"].matched == ("name", "name")
    assert found["带动周边群众就业人次数"].matched[1] == "similar name"
    assert (found["带动周边群众就业人次数"].likeness or 0) > 0.9


def test_both_sides_say_where_they_stand(years: Path) -> None:
    one = changed(years)["修路里程"]
    assert one.then is not None
    assert one.now is not None
    assert (one.then.project.source, one.then.row, one.now.project.source, one.now.row) == (
        "0-2023.txt",
        5,
        "1-2024.txt",
        5,
    )
    assert (one.years, one.unit) == ((2023, 2024), "米")


def test_only_what_is_asked_for(years: Path) -> None:
    assert set(changed(years, "满意度")) == {"群众满意度"}
    assert set(changed(years, level="成本指标")) == {"2024年项目总经费"}
    assert changed(years, agency="林业") == {}
    assert changed(years, year=2023) == {}
    assert len(changed(years, year=2024)) == 10
    assert changed(years, years=(2022, 2024)) == {}


def test_a_project_is_matched_by_code_before_its_name(made: Made) -> None:
    rows = [("数量指标", "修路里程", "≥12公里")]
    database = made(
        {"year": 2023, "project": "修路", "code": "P-1", "rows": rows},
        {"year": 2024, "project": "道路建设", "code": "P-1", "rows": rows},
    )
    (one,) = changed(database).values()
    assert (one.status, one.matched) == ("unchanged", ("code", "name"))


def test_projects_that_fit_several_are_not_guessed(made: Made) -> None:
    rows = [("数量指标", "修路里程", "≥12公里")]
    database = made(
        {"year": 2023, "rows": rows},
        {"year": 2024, "rows": rows},
        {"year": 2024, "rows": [("数量指标", "修路里程", "≥13公里")], "project": "修路（2024年）"},
    )
    with open_database(database) as opened:
        found = list(opened.changes())
    assert {one.status for one in found} == {"ambiguous_project"}
    assert all(one.might_be for one in found)


def test_indicators_that_fit_several_are_not_guessed(made: Made) -> None:
    twice = [("数量指标", "培训人数", "≥100人"), ("数量指标", "培训人数", "≥200人")]
    moved = [("数量指标", "培训人数", "≥200人"), ("数量指标", "培训人数", "≥300人")]
    with open_database(made({"year": 2023, "rows": twice}, {"year": 2024, "rows": moved})) as opened:
        found = list(opened.changes())
    assert [one.status for one in found] == ["ambiguous"] * 4
    assert found[0].might_be == ("培训人数 ≥200人", "培训人数 ≥300人")


def test_the_same_twice_is_the_same_twice(made: Made) -> None:
    twice = [("数量指标", "培训人数", "≥100人"), ("数量指标", "培训人数", "≥200人")]
    with open_database(made({"year": 2023, "rows": twice}, {"year": 2024, "rows": twice[::-1]})) as opened:
        assert [one.status for one in opened.changes()] == ["unchanged"] * 2


def test_projects_come_and_go_only_where_their_owner_has_both_years(made: Made) -> None:
    rows = [("数量指标", "修路里程", "≥12公里")]
    database = made(
        {"year": 2023, "project": "修路", "rows": rows},
        {"year": 2023, "project": "架桥", "rows": rows},
        {"year": 2024, "project": "修路", "rows": rows},
        {"year": 2024, "project": "养护", "rows": rows},
        {"year": 2024, "project": "植树", "agency": "林场", "department": "林业局", "rows": rows},
    )
    with open_database(database) as opened:
        found = {
            project.project_name: one.status
            for one in opened.changes()
            if (project := one.project_now or one.project_then)
        }
    assert found == {"修路": "unchanged", "架桥": "dropped_project", "养护": "new_project"}
