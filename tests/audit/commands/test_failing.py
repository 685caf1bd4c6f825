"""`jixiao failures`."""

import json
from pathlib import Path

from tests.command_line import CommandLine


def test_for_a_person_and_as_json(jixiao: CommandLine, form: Path, tmp_path: Path) -> None:
    (form.parent / "empty.txt").touch()
    jixiao("import", form.parent, "--db", tmp_path / "demo.db")
    ran = jixiao("failures", "--db", tmp_path / "demo.db", "--json")
    (failure,) = json.loads(ran.out)["failures"]
    assert (ran.code, failure["status"]) == (3, "corrupt")
    assert failure["message"]
    assert failure["next"]
    assert "empty.txt: not read: the file is empty" in jixiao("failures", "--db", tmp_path / "demo.db").out
    assert jixiao("failures", "--db", tmp_path / "demo.db", "--status", "timeout").code == 0


def test_a_duplicate_says_of_which_file(jixiao: CommandLine, form: Path, tmp_path: Path) -> None:
    (form.parent / "zz.txt").write_bytes(form.read_bytes())
    jixiao("import", form.parent, "--db", tmp_path / "demo.db")
    said = jixiao("failures", "--db", tmp_path / "demo.db", "--status", "duplicate").out
    assert f"zz.txt: equal to {form.name}; counted once" in said


def test_what_to_check_file_by_file(jixiao: CommandLine, form: Path, tmp_path: Path) -> None:
    rows = "项目资金\t100\n一级指标\t二级指标\t三级指标\t指标值\n产出指标\t数量指标\t培训\t≥3-场\n"
    form.write_text(f"项目绩效目标表\n项目名称\t培训\n{rows}", encoding="utf-8")
    imported = jixiao("import", form.parent, "--db", tmp_path / "demo.db")
    assert "money-unit-assumed, such as:" in imported.err
    ran = jixiao("failures", "--db", tmp_path / "demo.db", "--warnings", language="zh")
    assert (ran.code, ran.out.splitlines()[0]) == (0, form.name)
    only = jixiao("failures", "--db", tmp_path / "demo.db", "--code", "money-unit-assumed", "--json")
    (odd,) = json.loads(only.out)["warnings"]
    assert (odd["path"], odd["code"], odd["row"]) == (form.name, "money-unit-assumed", 3)
