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


def test_as_an_earlier_import_saw_it(jixiao: CommandLine, form: Path, tmp_path: Path) -> None:
    at = ["--db", tmp_path / "demo.db"]
    (form.parent / "empty.txt").touch()
    (form.parent / "twin.txt").write_bytes(form.read_bytes())
    assert jixiao("import", form.parent, *at).code == 3
    (form.parent / "empty.txt").unlink()
    (form.parent / "twin.txt").unlink()
    form.write_text(form.read_text(encoding="utf-8").replace("数量指标", "其他新指标"), encoding="utf-8")
    assert jixiao("import", form.parent, *at).code == 0
    assert jixiao("failures", *at).code == 0
    then = jixiao("failures", *at, "--as-of", 1)
    assert (then.code, then.out.count("empty.txt")) == (3, 1)
    twin = jixiao("failures", *at, "--as-of", 1, "--status", "duplicate").out
    assert "twin.txt: equal to road.txt; counted once" in twin
    assert "unknown-level" in jixiao("failures", *at, "--warnings").out
    assert "unknown-level" not in jixiao("failures", *at, "--warnings", "--as-of", 1).out
    assert jixiao("failures", *at, "--as-of", 3).code == 2
