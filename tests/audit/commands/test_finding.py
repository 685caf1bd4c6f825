"""`jixiao find`."""

import json
from pathlib import Path

import pytest

from tests.command_line import CommandLine


@pytest.fixture
def database(jixiao: CommandLine, form: Path, tmp_path: Path) -> Path:
    jixiao("import", form, "--db", tmp_path / "demo.db")
    return tmp_path / "demo.db"


def test_for_a_person(jixiao: CommandLine, database: Path) -> None:
    ran = jixiao("find", "--db", database, "--level", "满意度指标", "--target", "≥90%", language="zh")
    assert ran.code == 0
    for words in ("修路 · 公路处 · 2024 · road.txt", "群众满意度", "≥ 90 %", "table 1 › 第8行"):
        assert words in ran.out
    assert ran.err == "指标 1，目标值 1，表 1\n"


def test_as_json(jixiao: CommandLine, database: Path) -> None:
    ran = jixiao("find", "里程", "--db", database, "--json", "--limit", "1")
    found = json.loads(ran.out)
    assert (found["format_version"], found["truncated"]) == (1, False)
    (hit,) = found["results"]
    assert (hit["source"], hit["place"], hit["row"], hit["column"]) == ("road.txt", "table 1", 4, 4)
    assert hit["target"]["low"] == "12000"
    assert ran.err == ""


def test_more_than_the_limit(jixiao: CommandLine, database: Path) -> None:
    ran = jixiao("find", "--db", database, "--limit", "2")
    assert ran.code == 0
    assert "only the first 2" in ran.err
    assert json.loads(jixiao("find", "--db", database, "--limit", "2", "--json").out)["truncated"] is True


def test_nothing_found(jixiao: CommandLine, database: Path) -> None:
    ran = jixiao("find", "没有这个词", "--db", database)
    assert (ran.code, ran.out) == (4, "")
    assert "nothing was found" in ran.err
    assert json.loads(jixiao("find", "没有这个词", "--db", database, "--json").out)["results"] == []


def test_a_target_that_cannot_be_compared(jixiao: CommandLine, database: Path) -> None:
    ran = jixiao("find", "--db", database, "--target", "有效提升", language="zh")
    assert ran.code == 2
    assert "不是一个可比较的值" in ran.err


def test_a_folder_is_no_database(jixiao: CommandLine, database: Path) -> None:
    ran = jixiao("find", "里程", "--db", database.parent)
    assert (ran.code, ran.err) == (5, f"{database.parent} is a folder; --db takes the file of a database\n")


def test_a_level_that_is_none_is_told_the_levels_there_are(jixiao: CommandLine, database: Path) -> None:
    ran = jixiao("find", "--db", database, "--level", "abc")
    assert (ran.code, ran.out) == (4, "")
    assert "there is no level 'abc'. Level 1: 产出指标、效益指标、" in ran.err
    assert "Level 2: 数量指标、质量指标、" in ran.err
    known = jixiao("find", "没有这个词", "--db", database, "--level", "产出")
    assert (known.code, "Level 1" in known.err) == (4, False)


def test_a_level_outside_the_taxonomy_that_is_stored_is_one(jixiao: CommandLine, form: Path, tmp_path: Path) -> None:
    form.write_text(form.read_text(encoding="utf-8").replace("数量指标", "其他新指标"), encoding="utf-8")
    jixiao("import", form, "--db", tmp_path / "new.db")
    assert jixiao("find", "--db", tmp_path / "new.db", "--level", "其他新指标").code == 0
    none = jixiao("find", "没有这个词", "--db", tmp_path / "new.db", "--level", "其他新指标")
    assert (none.code, "there is no level" in none.err) == (4, False)
