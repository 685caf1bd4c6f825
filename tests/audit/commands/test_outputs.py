"""Files that a command writes its rows to."""

from importlib import import_module
from pathlib import Path

from tests.command_line import CommandLine


def test_each_kind_of_file(jixiao: CommandLine, form: Path, tmp_path: Path) -> None:
    jixiao("import", form, "--db", tmp_path / "x.db")
    ran = jixiao("find", "--db", tmp_path / "x.db", "--csv", tmp_path / "a.csv", "--xlsx", tmp_path / "a.xlsx",
                 "--parquet", tmp_path / "a.parquet")  # fmt: skip
    assert (ran.code, ran.out) == (0, "")
    assert [line.split(": ")[1] for line in ran.err.splitlines()] == ["5 rows"] * 3
    rows = import_module("pyarrow.parquet").read_table(tmp_path / "a.parquet").to_pylist()
    assert [(row["name"], row["high"], row["row"]) for row in rows if row["high"]] == [("项目总经费", "500000", 6)]


def test_a_file_holds_all_that_is_found(jixiao: CommandLine, form: Path, tmp_path: Path) -> None:
    rows = [f"产出指标\t数量指标\t里程{number}\t≥12公里\n" for number in range(1200)]
    form.write_text(form.read_text(encoding="utf-8") + "".join(rows), encoding="utf-8")
    jixiao("import", form, "--db", tmp_path / "x.db")
    assert "1,205 rows" in jixiao("find", "--db", tmp_path / "x.db", "--csv", tmp_path / "a.csv").err
    assert "7 rows" in jixiao("find", "--db", tmp_path / "x.db", "--csv", tmp_path / "a.csv", "--limit", 7).err
