"""`jixiao export`."""

import json
from pathlib import Path

from tests.command_line import CommandLine


def test_it_tells_how_much_it_wrote(jixiao: CommandLine, form: Path, tmp_path: Path) -> None:
    jixiao("import", form, "--db", tmp_path / "demo.db")
    ran = jixiao("export", "--db", tmp_path / "demo.db", "--parquet", tmp_path / "out", "--json")
    written = json.loads(ran.out)["written"]
    assert (ran.code, written[1]) == (0, {"file": str(tmp_path / "out"), "name": "indicators", "rows": 5})
    assert "indicators 5" in ran.err
    assert jixiao("export", "--db", tmp_path / "demo.db", "--parquet", tmp_path / "out").code == 2


def test_several_files_at_once(jixiao: CommandLine, form: Path, tmp_path: Path) -> None:
    jixiao("import", form, "--db", tmp_path / "demo.db")
    files = {kind: tmp_path / f"out.{kind}" for kind in ("xlsx", "csv", "jsonl", "html", "datasette")}
    options = [part for kind, path in files.items() for part in (f"--{kind}", path)]
    ran = jixiao("export", "--db", tmp_path / "demo.db", *options)
    assert (ran.code, ran.out) == (0, "")
    assert all(path.stat().st_size > 100 for path in files.values())


def test_nothing_to_write_and_nowhere_to(jixiao: CommandLine, form: Path, tmp_path: Path) -> None:
    jixiao("import", form, "--db", tmp_path / "demo.db")
    ran = jixiao("export", "--db", tmp_path / "demo.db")
    assert (ran.code, "nothing to write" in ran.err) == (2, True)
    ran = jixiao("export", "--db", tmp_path / "demo.db", "--csv", tmp_path / "nowhere" / "a.csv")
    assert (ran.code, len(ran.err.splitlines())) == (6, 1)


def test_what_was_written_is_told_in_the_language_of_the_person(
    jixiao: CommandLine, form: Path, tmp_path: Path
) -> None:
    jixiao("import", form, "--db", tmp_path / "demo.db")
    ran = jixiao("export", "--db", tmp_path / "demo.db", "--csv", tmp_path / "out.csv", language="zh")
    assert ran.err.rstrip().endswith("目标值 5")
