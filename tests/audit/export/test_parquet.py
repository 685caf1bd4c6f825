"""Parquet, read by DuckDB as its users do."""

from importlib import import_module
from pathlib import Path

import pytest

from audit.database import reading
from audit.export.parquet import write_parquet
from ingest.exits import CommandError
from tests.command_line import CommandLine


@pytest.fixture
def database(jixiao: CommandLine, form: Path, samples: Path, tmp_path: Path) -> Path:
    jixiao("import", form.parent, "--db", tmp_path / "demo.db", "--region", "某市/东区")
    jixiao("import", samples, "--db", tmp_path / "demo.db")
    return tmp_path / "demo.db"


def test_every_current_row_by_region_and_year(database: Path, tmp_path: Path) -> None:
    with reading(database) as connection:
        written = {one.name: one.rows for one in write_parquet(connection, tmp_path / "out")}
        counts = {
            "tables": connection.execute("SELECT count(*) FROM current_tables").fetchone()[0],
            "indicators": connection.execute("SELECT count(*) FROM current_indicators").fetchone()[0],
        }
        low = connection.execute("SELECT sum(low_real) FROM indicator_targets").fetchone()[0]
    assert {name: written[name] for name in counts} == counts
    duckdb = import_module("duckdb")

    def asked(name: str, query: str) -> list[tuple[object, ...]]:
        files = f"read_parquet('{tmp_path}/out/{name}/**/*.parquet', hive_partitioning = true)"
        rows: list[tuple[object, ...]] = duckdb.sql(query.format(files)).fetchall()
        return rows

    for name, rows in written.items():
        assert asked(name, "SELECT count(*) FROM {}") == [(rows,)]
    assert asked("tables", "SELECT DISTINCT region, fiscal_year FROM {} WHERE source = 'road.txt'") == [
        ("某市/东区", 2024)
    ]
    ((total,),) = asked("targets", "SELECT sum(low_real) FROM {} WHERE role = 'planned'")
    assert total == pytest.approx(low)


def test_a_folder_that_is_not_empty_is_left_alone(database: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine").touch()
    with reading(database) as connection, pytest.raises(CommandError) as error:
        write_parquet(connection, tmp_path / "out")
    assert "is not empty" in error.value.en


TOLD_ELSEWHERE = {
    "tables": {"key", "position", "funds", "fields", "spans", "layout", "content", "identified", "stands"},
    "indicators": {"key", "position", "spans", "words"},
    "targets": set[str](),
}


def test_what_a_reading_says_is_there_to_be_asked(database: Path, tmp_path: Path) -> None:
    with reading(database) as connection:
        write_parquet(connection, tmp_path / "out")
        for name, elsewhere in TOLD_ELSEWHERE.items():
            stored = {row["name"] for row in connection.execute(f"PRAGMA table_info({name})")}
            file = next((tmp_path / "out" / name).rglob("*.parquet"))
            written = set(import_module("pyarrow.parquet").read_schema(file).names) | {"region", "fiscal_year"}
            lost = {column for column in stored - elsewhere - written if not column.endswith(("_id", "_count"))}
            assert lost == set()
