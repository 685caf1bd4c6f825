"""`jixiao audit exempt`."""

import json
from pathlib import Path

from tests.audit.checked import FAULTS, Imported
from tests.command_line import CommandLine


def found(jixiao: CommandLine, database: Path) -> dict[str, str]:
    """The one finding of R70."""
    (one,) = json.loads(jixiao("audit", "--db", database, "--rule", "R70", "--json").out)["findings"]
    return dict(one)


def test_by_key_and_again_after_importing(jixiao: CommandLine, imported: Imported) -> None:
    database = imported(road=FAULTS)
    one = found(jixiao, database)
    ran = jixiao("audit", "exempt", one["key"], "--db", database, "--reason", "小学生评价", "--name", "张三")
    assert (ran.code, ran.err) == (0, "Exempted: 1\n")
    assert found(jixiao, imported(road=FAULTS | {"≥2000人": "≥2600人"}))["state"] == "exempted"
    shown = jixiao("audit", "--db", database, "--rule", "R70", "--show", language="zh")
    assert "已豁免: 小学生评价" in shown.out
    assert found(jixiao, imported(road=FAULTS | {"群众满意度 | ≥90%": "群众满意度 | ≥60%"}))["state"] == "outdated"
    assert "exempted for an earlier value 1" in jixiao("audit", "--db", database, "--rule", "R70").err


def test_a_table_from_a_rule(jixiao: CommandLine, imported: Imported) -> None:
    database = imported(road=FAULTS)
    one = found(jixiao, database)
    ran = jixiao(
        "audit",
        "exempt",
        "--rule",
        "r70",
        "--table",
        one["table_key"],
        "--db",
        database,
        "--reason",
        "试点",
        "--name",
        "张三",
    )
    assert ran.code == 0
    assert found(jixiao, database)["state"] == "exempted"


def test_what_is_missing_is_told(jixiao: CommandLine, imported: Imported) -> None:
    database = imported(road=FAULTS)
    who = ("--db", database, "--reason", "甲", "--name", "乙")
    assert jixiao("audit", "exempt", *who).code == 2
    assert jixiao("audit", "exempt", "--rule", "R70", *who).code == 2
    assert jixiao("audit", "exempt", "0123", *who).code == 4
    assert jixiao("audit", "exempt", "0123", "--db", database, "--name", "乙").code == 2
    assert jixiao("audit", "exempt", "0123", "--db", database, "--reason", " ", "--name", "乙").code == 2
