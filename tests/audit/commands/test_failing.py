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
    assert "empty.txt: not read: the file is empty" in jixiao("failures", "--db", tmp_path / "demo.db").err
    assert jixiao("failures", "--db", tmp_path / "demo.db", "--status", "timeout").code == 0
