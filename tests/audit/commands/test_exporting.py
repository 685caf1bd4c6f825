"""`jixiao export`."""

import json
from pathlib import Path

from tests.command_line import CommandLine


def test_it_tells_how_much_it_wrote(jixiao: CommandLine, form: Path, tmp_path: Path) -> None:
    jixiao("import", form, "--db", tmp_path / "demo.db")
    ran = jixiao("export", "--db", tmp_path / "demo.db", "--parquet", tmp_path / "out", "--json")
    assert (ran.code, json.loads(ran.out)["written"][1]) == (0, {"name": "indicators", "rows": 5})
    assert "indicators 5" in ran.err
    assert jixiao("export", "--db", tmp_path / "demo.db", "--parquet", tmp_path / "out").code == 2
