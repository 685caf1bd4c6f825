"""Rows as their Documents tell them, and every way in which they may not be."""

import sqlite3
from pathlib import Path

import pytest

from audit.database import reading
from audit.rederived import Rederived, rederived
from tests.command_line import CommandLine


@pytest.fixture
def database(jixiao: CommandLine, form: Path, samples: Path, tmp_path: Path) -> Path:
    for name in ("copy.txt", "other.md"):
        (form.parent / name).write_bytes(form.read_bytes())
    (form.parent / "other.md").write_text(form.read_text(encoding="utf-8").replace("≥", "＞"), encoding="utf-8")
    for sample in samples.iterdir():
        (form.parent / sample.name).write_bytes(sample.read_bytes())
    jixiao("import", form.parent, "--db", tmp_path / "demo.db", "--year", "2023", "--region", "某市")
    return tmp_path / "demo.db"


def told(database: Path) -> list[Rederived]:
    with reading(database, strictly=False) as connection:
        return list(rederived(connection))


def damaged(database: Path, script: str) -> list[str]:
    connection = sqlite3.connect(database)
    connection.executescript(script)
    connection.close()
    return [again.problem[1] for again in told(database) if again.problem is not None]


def test_rows_are_what_their_documents_tell(database: Path) -> None:
    found = told(database)
    assert [again.problem for again in found] == [None] * 5
    assert sum(again.rows for again in found) > 450
    assert not any(again.left for again in found)


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        ("UPDATE targets SET value = '99' WHERE target_id = 3", "targets.value #"),
        ("UPDATE targets SET low_real = 99 WHERE target_id = 3", "targets.low_real #"),
        ("UPDATE targets SET comparator = '>' WHERE target_id = 3", "targets.comparator #"),
        ("DELETE FROM targets WHERE target_id = 3", "count(targets) is "),
        ("UPDATE tables SET budget_total = '1' WHERE table_id = 2", "tables.budget_total #"),
        ("UPDATE tables SET agency = '他局' WHERE table_id = 2", "tables.agency #"),
        ("UPDATE tables SET funds = '[]' WHERE table_id = 2", "tables.funds #"),
        ("UPDATE indicators SET weight = '50' WHERE indicator_id = 2", "indicators.weight #"),
        ("UPDATE diagnostics SET severity = 'error' WHERE diagnostic_id = 1", "diagnostics.severity #"),
        ("DELETE FROM diagnostics WHERE diagnostic_id = 1", "count(diagnostics) is "),
        ("UPDATE sources SET cells_used = 0 WHERE source_id = 2", "sources.cells is "),
        ("UPDATE documents SET document = x'00'", "the document stored with it is damaged"),
    ],
)
def test_what_was_changed_behind_it_is_found(database: Path, damage: str, said: str) -> None:
    assert any(said in problem for problem in damaged(database, damage))


def test_what_another_table_says_is_no_part_of_a_reading(database: Path) -> None:
    assert damaged(database, "UPDATE tables SET stands = 0; UPDATE diagnostics SET position = position + 2000000") != []
    assert damaged(database, "UPDATE diagnostics SET position = position - 2000000; UPDATE tables SET stands = 1") == []


def test_rows_of_another_version_are_left_to_it(database: Path) -> None:
    assert damaged(database, "UPDATE sources SET meaning_edition = 'before'; UPDATE targets SET value = '99'") == []
    assert all(again.left and again.rows == 0 for again in told(database))
