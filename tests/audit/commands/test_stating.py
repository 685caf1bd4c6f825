"""`jixiao status`."""

import json
from pathlib import Path

from tests.command_line import CommandLine


def test_for_a_person_and_as_json(jixiao: CommandLine, form: Path, tmp_path: Path) -> None:
    (form.parent / "empty.txt").touch()
    jixiao("import", form.parent, "--db", tmp_path / "demo.db")
    status = json.loads(jixiao("status", "--db", tmp_path / "demo.db", "--json").out)
    assert (status["statuses"], status["indicators"]) == ({"corrupt": 1, "imported": 1}, 5)
    assert "文件损坏或为空" in jixiao("status", "--db", tmp_path / "demo.db", language="zh").out
    assert jixiao("status", "--db", tmp_path / "no.db").code == 5
