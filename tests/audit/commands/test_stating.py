"""`jixiao status`."""

import json
from pathlib import Path

from tests.command_line import CommandLine


def test_for_a_person_and_as_json(jixiao: CommandLine, form: Path, tmp_path: Path) -> None:
    (form.parent / "empty.txt").touch()
    jixiao("import", form.parent, "--db", tmp_path / "demo.db")
    status = json.loads(jixiao("status", "--db", tmp_path / "demo.db", "--json").out)
    assert (status["statuses"], status["indicators"]) == ({"corrupt": 1, "imported": 1}, 5)
    told = jixiao("status", "--db", tmp_path / "demo.db", language="zh").out
    assert "文件损坏或为空" in told
    assert "→ 用原软件打开核实，重新下载后再导入" in told
    assert jixiao("status", "--db", tmp_path / "no.db").code == 5


def test_each_import_with_its_folder_and_what_it_recorded(jixiao: CommandLine, form: Path, tmp_path: Path) -> None:
    database = tmp_path / "demo.db"
    jixiao("import", form.parent, "--db", database)
    (form.parent / "empty.txt").touch()
    form.unlink()
    jixiao("import", form.parent, "--db", database)
    second, first = json.loads(jixiao("status", "--db", database, "--json").out)["imports"]
    assert (first["files"], first["indicators"], first["failed"], first["gone"]) == (1, 5, 0, 0)
    assert (second["files"], second["failed"], second["gone"]) == (1, 1, 1)
    assert first["folders"] == second["folders"] == [form.parent.name]
    assert "1 file, 5 indicators, 0 not imported, 0 gone" in jixiao("status", "--db", database).out
