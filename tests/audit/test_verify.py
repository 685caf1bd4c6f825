"""A database that is what it says, and each way in which it may not be."""

import sqlite3
from pathlib import Path

import pytest

from audit.database import reading
from audit.verify import Check, verify
from tests.command_line import CommandLine


@pytest.fixture
def database(jixiao: CommandLine, form: Path, samples: Path, tmp_path: Path) -> Path:
    (form.parent / "copy.txt").write_bytes(form.read_bytes())
    for sample in samples.iterdir():
        (form.parent / sample.name).write_bytes(sample.read_bytes())
    jixiao("import", form.parent, "--db", tmp_path / "demo.db")
    return tmp_path / "demo.db"


def checked(database: Path) -> dict[str, Check]:
    with reading(database, strictly=False) as connection:
        return {check.name: check for check in verify(connection, database)}


def test_everything_holds(database: Path) -> None:
    checks = checked(database)
    assert [check.problems for check in checks.values()] == [[]] * len(checks)
    assert (checks["sources"].looked_at, checks["search_index"].looked_at) == (5, 215)
    assert checks["provenance"].looked_at > 800


def test_what_is_ticked_stands_where_its_label_does(jixiao: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "form.txt").write_text(
        "2025年1-6月项目支出绩效运行监控表\n项目名称\t修路\t\t\t\t\t\n"
        "一级指标\t二级指标\t三级指标\t年度指标值\t1-6月执行情况\t完成目标可能性\t\n\t\t\t\t\t确定能\t有可能\n"
        "产出指标\t数量指标\t修路里程\t≥12公里\t9公里\t\t√\n",
        encoding="utf-8",
    )
    jixiao("import", tmp_path / "form.txt", "--db", tmp_path / "x.db")
    with reading(tmp_path / "x.db") as connection:
        assert [row["remark"] for row in connection.execute("SELECT remark FROM indicators")] == ["完成可能性：有可能"]
    assert checked(tmp_path / "x.db")["provenance"].well


@pytest.mark.parametrize(
    ("damage", "name"),
    [
        ("UPDATE indicators SET words = words || '改' WHERE indicator_id = 3", "search_index"),
        ("UPDATE indicators SET stated_value = '≥99.9%' WHERE indicator_id = 3", "provenance"),
        ("UPDATE indicators SET spans = spans || 'x' WHERE indicator_id = 3", "provenance"),
        ("UPDATE indicators SET spans = '[]' WHERE indicator_id = 3", "provenance"),
        ("UPDATE tables SET spans = 'x' WHERE table_id = 1", "provenance"),
        ("UPDATE tables SET fields = '[{}]' WHERE table_id = 1", "provenance"),
        ("UPDATE sources SET cells_used = cells_used + 1 WHERE source_id = 2", "cells"),
        ("UPDATE sources SET cells_ignored = '{' WHERE source_id = 2", "cells"),
        ("INSERT INTO documents (sha256, reading_edition, document) VALUES ('00', 'r', x'00')", "orphans"),
        ("PRAGMA foreign_keys = OFF; DELETE FROM tables WHERE table_id = 1", "foreign_keys"),
    ],
)
def test_damage_is_found(database: Path, damage: str, name: str) -> None:
    connection = sqlite3.connect(database)
    connection.executescript(damage)
    connection.close()
    assert not checked(database)[name].well


def test_files_that_changed_or_went(database: Path, form: Path) -> None:
    form.write_text("other", encoding="utf-8")
    (form.parent / "copy.txt").unlink()
    problems = checked(database)["sources"].problems
    assert sorted(en.split(":")[0] for _zh, en in problems) == ["copy.txt", "road.txt"]
