"""`jixiao audit`."""

import csv
import json
from pathlib import Path

import pytest

from tests.audit.checked import FAULTS, Imported
from tests.audit.rules.own_rule import RULE
from tests.command_line import CommandLine


@pytest.fixture
def database(imported: Imported) -> Path:
    return imported(road=FAULTS, trees=FAULTS | {"项目名称 | 修路": "项目名称 | 植树", "交通局": "林业局"})


def test_a_summary_by_rule(jixiao: CommandLine, database: Path) -> None:
    ran = jixiao("audit", "--db", database, language="zh")
    assert ran.code == 0
    (row,) = [line for line in ran.out.splitlines() if line.startswith("R70")]
    assert row.split() == ["R70", "中", "满意度目标偏低", "2", "2"]
    (row,) = [line for line in ran.out.splitlines() if line.startswith("R50")]
    assert row.split() == ["R50", "高", "权重合计不是100", "2"]
    assert ran.err == "疑点 4：未处理 4（其中豁免已失效 0），已受理 0，已豁免 0\n"
    assert Path(f"{database}.audit").exists()


def test_by_project_and_department(jixiao: CommandLine, database: Path) -> None:
    assert jixiao("audit", "--db", database, "--by", "project").out.splitlines()[1].split() == [
        "修路",
        "公路处",
        "2024",
        "2",
        "0",
        "1",
    ]
    assert [
        line.split()[0] for line in jixiao("audit", "--db", database, "--by", "department").out.splitlines()[1:]
    ] == ["交通局", "林业局"]


def test_each_finding_with_its_place_and_key(jixiao: CommandLine, database: Path) -> None:
    ran = jixiao("audit", "--db", database, "--rule", "r70", "--department", "林业", "--show")
    assert "植树 · 公路处 · 2024 · trees.txt" in ran.out
    assert "is ≥70%, below 80 %" in ran.out
    assert "table 1 › row 15 › column 4" in ran.out
    assert ran.err.startswith("Findings 1: open 1")


def test_json_and_csv(jixiao: CommandLine, database: Path, tmp_path: Path) -> None:
    ran = jixiao("audit", "--db", database, "--rule", "R70", "--json", "--csv", tmp_path / "f.csv")
    said = json.loads(ran.out)
    assert said["format_version"] == 1
    assert [rule["code"] for rule in said["rules"]] == ["R70"]
    assert said["rules"][0]["evaluations"][0]["outcome"] == "found"
    assert {(one["project_name"], one["state"], one["evidence"]["least"]) for one in said["findings"]} == {
        ("修路", "open", "80"),
        ("植树", "open", "80"),
    }
    with (tmp_path / "f.csv").open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.DictReader(file))) == 2


def test_a_configuration_and_rules_of_ones_own(jixiao: CommandLine, database: Path, tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "x.sql").write_text(RULE, encoding="utf-8")
    (tmp_path / "own.toml").write_text('skip = ["R90"]\n[rules.R70]\nleast = 60\n', encoding="utf-8")
    ran = jixiao("audit", "--db", database, "--config", tmp_path / "own.toml", "--rules", tmp_path / "own", "--json")
    assert {one["rule"] for one in json.loads(ran.out)["findings"]} == {"X01"}


def test_nothing_found(jixiao: CommandLine, database: Path) -> None:
    assert jixiao("audit", "--db", database, "--rule", "R71").code == 4
    assert jixiao("audit", "--db", database, "--year", "2030").code == 4


def test_what_is_asked_wrongly_is_told(jixiao: CommandLine, database: Path, tmp_path: Path) -> None:
    assert jixiao("audit").code == 2
    assert "there is no rule R99" in jixiao("audit", "--db", database, "--rule", "R99").err
    assert jixiao("audit", "--db", tmp_path / "none.db").code == 5
    assert jixiao("audit", "--db", database, "--rules", tmp_path / "none").code == 2
    ran = jixiao("audit", "--db", database, "--csv", tmp_path / "none" / "f.csv")
    assert (ran.code, "cannot be written" in ran.err) == (6, True)


def test_findings_that_cannot_be_kept_are_shown(
    jixiao: CommandLine, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("audit.commands.auditing.beside", lambda path: path.parent / "none" / "x.audit")
    ran = jixiao("audit", "--db", database, "--rule", "R70")
    assert ran.code == 0
    assert "the findings are not kept" in ran.err
    assert "Findings 2" in ran.err


def test_a_database_of_another_program_beside_it_is_told(jixiao: CommandLine, database: Path) -> None:
    Path(f"{database}.audit").write_bytes(b"something else that is no database at all" * 30)
    assert jixiao("audit", "--db", database).code == 5


def test_narrowed_findings_are_summed_over_their_own_tables(jixiao: CommandLine, database: Path) -> None:
    ran = jixiao("audit", "--db", database, "--project", "植树", language="zh")
    header, *rows = ran.out.splitlines()
    assert header.split()[-1] == "有疑点的表"
    assert {row.split()[0]: row.split()[-2:] for row in rows} == {"R70": ["1", "1"], "R90": ["1", "1"]}


def test_a_rule_that_is_asked_for_is_not_left_out(jixiao: CommandLine, database: Path, tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text('skip = ["R70"]\n', encoding="utf-8")
    ran = jixiao("audit", "--db", database, "--rule", "R70", "--config", tmp_path / "own.toml", language="zh")
    assert (ran.code, ran.err[:5]) == (0, "疑点 2：")
