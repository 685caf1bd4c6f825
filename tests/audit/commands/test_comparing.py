"""`jixiao compare`."""

import csv
import json
from pathlib import Path

import pytest

from tests.command_line import CommandLine


@pytest.fixture
def database(jixiao: CommandLine, form: Path, tmp_path: Path) -> Path:
    text = form.read_text(encoding="utf-8").replace("2024", "2023").replace("≥12公里", "≥15公里")
    (form.parent / "last.txt").write_text(text, encoding="utf-8")
    other = form.read_text(encoding="utf-8").replace("公路处", "桥梁处").replace("≥90", "≥92%")
    (form.parent / "other.txt").write_text(other, encoding="utf-8")
    jixiao("import", form.parent, "--db", tmp_path / "demo.db")
    return tmp_path / "demo.db"


def test_years_for_a_person(jixiao: CommandLine, database: Path) -> None:
    ran = jixiao("compare", "--db", database, language="zh")
    assert ran.code == 0
    for words in ("修路 · 公路处 · 2023 → 2024 · 名称相同", "降低", "-3,000 米", "≥15公里"):
        assert words in ran.out
    assert ran.err == "未变 4，降低 1\n"


def test_as_json_and_files(jixiao: CommandLine, database: Path, tmp_path: Path) -> None:
    ran = jixiao("compare", "里程", "--db", database, "--json")
    found = json.loads(ran.out)
    assert (found["by"], found["truncated"], len(found["results"])) == ("years", False, 1)
    assert found["results"][0]["by"] == "-3000"
    ran = jixiao("compare", "--db", database, "--csv", tmp_path / "a.csv", "--xlsx", tmp_path / "a.xlsx", language="zh")
    assert (ran.code, ran.out) == (0, "")
    with (tmp_path / "a.csv").open(encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file))
    assert {row["变化"] for row in rows} == {"未变", "降低"}
    assert {row["项目对应依据"] for row in rows} == {"名称相同（不计年份）"}


def test_only_some(jixiao: CommandLine, database: Path) -> None:
    assert jixiao("compare", "--db", database, "--status", "lowered").err == "lowered 1\n"
    ran = jixiao("compare", "--db", database, "--limit", "2")
    assert "only the first 2 rows" in ran.err
    assert jixiao("compare", "--db", database, "--years", "2021-2022").code == 4
    assert jixiao("compare", "--db", database, "--years", "2021").code == 2


def test_departments(jixiao: CommandLine, database: Path) -> None:
    ran = jixiao("compare", "满意度", "--by", "departments", "--db", database, "--year", "2024", language="zh")
    assert (ran.code, "群众满意度" in ran.out, "92" in ran.out) == (0, True, True)
    assert ran.err == "指标 1，行 2\n"


def test_nothing_to_compare(jixiao: CommandLine, database: Path) -> None:
    ran = jixiao("compare", "--by", "actual", "--db", database)
    assert (ran.code, ran.out, "nothing to compare" in ran.err) == (4, "", True)
