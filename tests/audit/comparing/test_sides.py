"""Indicators as they are compared."""

from pathlib import Path

from audit.asking.question import Question, conditions
from audit.comparing.sides import projects, sides, wanted
from audit.database import reading


def test_every_indicator_with_its_targets(sampled: Path) -> None:
    with reading(sampled) as connection:
        found = conditions(connection, Question())
        tables = projects(connection, found)
        held = sides(connection, tables)
        assert wanted(connection, found) is None
        asked = wanted(connection, conditions(connection, Question(words=("知识产权",))))
    assert len(tables) == 21
    assert sum(map(len, held.values())) == 210
    assert sum(len(side.targets) for those in held.values() for side in those) == 228
    assert asked is not None
    assert asked[0] <= {side.key for those in held.values() for side in those}
    assert all(project.owner for project in tables)
