"""Seals: the same for what travels and what is stored, another for whatever was changed."""

import sqlite3
from pathlib import Path

import pytest

from ingest.columns import Rows
from ingest.importer import Importer
from ingest.reading import FileReader
from ingest.seals import is_sealed, reckoned, rows_seal, seal_everything
from ingest.store import opened
from schema.limits import Limits
from tests.conftest import SAMPLES
from tests.ingest.inline import Inline
from tests.ingest.test_importer import ONE, rows


@pytest.fixture
def database(tmp_path: Path) -> Path:
    with opened(tmp_path / "demo.db") as store:
        Importer(store, Inline(FileReader(Limits())), ONE, Limits()).run([SAMPLES])
    return tmp_path / "demo.db"


def test_what_is_stored_has_the_seal_of_what_travelled(database: Path) -> None:
    with opened(database) as store:
        ids = [source_id for (source_id,) in store.connection.execute("SELECT source_id FROM sources")]
        assert len(ids) > 2
        assert all(is_sealed(store.connection, source_id) for source_id in ids)
        stored = dict(store.connection.execute("SELECT import_id, seal FROM imports").fetchall())
        assert dict(reckoned(store.connection)) == stored


def test_truth_and_zero_are_told_as_they_are_stored() -> None:
    travelling = Rows(("explicit", "low_real"), ((True, False), (-0.0, 1.5)))
    stored = Rows(("explicit", "low_real"), ((1, 0), (0.0, 1.5)))
    assert rows_seal({"targets": travelling}) == rows_seal({"targets": stored})


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE sources SET status = 'no_tables' WHERE source_id = 1",
        "UPDATE sources SET stated_year = 1999 WHERE source_id = 1",
        "UPDATE tables SET agency = '他局' WHERE source_id = 1",
        "UPDATE diagnostics SET message_en = '' WHERE source_id = 1 AND position = 1",
        "DELETE FROM targets WHERE target_id = 1",
    ],
)
def test_a_change_breaks_a_seal(database: Path, change: str) -> None:
    with opened(database) as store:
        assert is_sealed(store.connection, 1)
        store.connection.execute(change)
        assert not is_sealed(store.connection, 1)
        assert is_sealed(store.connection, 2)


def test_an_import_vouches_for_its_files_and_for_the_import_before(database: Path) -> None:
    connection = sqlite3.connect(database)
    before = dict(reckoned(connection))
    connection.execute("UPDATE sources SET seal = 'other' WHERE source_id = 2")
    assert dict(reckoned(connection)) != before
    connection.close()


def test_a_database_from_before_is_sealed_as_it_is(database: Path) -> None:
    sealed = rows(database, "SELECT seal, rows_seal FROM sources UNION ALL SELECT seal, '' FROM documents"
                  " UNION ALL SELECT seal, '' FROM imports")  # fmt: skip
    with opened(database) as store:
        for table in ("sources", "documents", "imports"):
            store.connection.execute(f"UPDATE {table} SET seal = NULL")
        store.connection.execute("UPDATE sources SET rows_seal = NULL")
        seal_everything(store.connection)
    assert rows(database, "SELECT seal, rows_seal FROM sources UNION ALL SELECT seal, '' FROM documents"
                " UNION ALL SELECT seal, '' FROM imports") == sealed  # fmt: skip
