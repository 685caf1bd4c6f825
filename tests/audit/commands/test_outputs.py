"""Files that a command writes its rows to."""

import json
from importlib import import_module
from pathlib import Path
from typing import get_args

import pytest

from schema.diagnostic import Language
from tests.command_line import CommandLine

LANGUAGES: tuple[Language, ...] = get_args(Language)


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


WRITTEN = {
    "find": ("csv", "xlsx"),
    "compare": ("csv", "xlsx"),
    "compare --by actual": ("csv", "xlsx"),
    "compare --by departments": ("csv", "xlsx"),
    "audit": ("csv",),
    "export": ("csv", "xlsx", "html", "jsonl", "datasette", "parquet"),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_that_was_written_is_a_source(
    jixiao: CommandLine, form: Path, tmp_path: Path, language: Language
) -> None:
    database, folder = tmp_path / "x.db", form.parent
    last_year = form.read_text(encoding="utf-8").replace("2024", "2023")
    (folder / "earlier.txt").write_text(last_year, encoding="utf-8")
    jixiao("import", folder, "--db", database)
    jixiao("audit", "--db", database)
    held = json.loads(jixiao("status", "--db", database, "--json").out)
    for number, (command, kinds) in enumerate(WRITTEN.items()):
        for kind in kinds:
            ran = jixiao(
                *command.split(), "--db", database, f"--{kind}", folder / f"{number}.{kind}", language=language
            )
            assert ran.code in {0, 4}
    again = ("import", folder, "--db", database, "--report", folder / "report.html", "--json")
    jixiao(*again)
    ran = jixiao(*again)
    ignored = json.loads(ran.out)["files"]["ignored"]
    assert ignored["own_output"] == sum(path.suffix in {".csv", ".xlsx", ".html"} for path in folder.iterdir())
    found = json.loads(jixiao("status", "--db", database, "--json").out)
    assert (found["tables"], found["indicators"]) == (held["tables"], held["indicators"]) == (2, 10)
    found_before = folder / "0.csv"
    assert jixiao("find", "--db", database, "--csv", found_before).code == 0
    assert "jixiao itself wrote this file" in jixiao("parse", found_before).err
