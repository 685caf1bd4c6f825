"""The same tasks over executors, one of them a cluster that loses a machine in the middle."""

import os
import sqlite3
import threading
import warnings
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from pathlib import Path
from time import sleep

import pytest

from ingest import executors
from ingest.edition import Editions
from ingest.executors import LEAST, Executed, answer_all, cluster
from ingest.exits import CommandError
from ingest.importer import Importer
from ingest.order import Order, carry_out
from ingest.report import Change, Report
from ingest.store import opened
from schema.limits import MIB, Limits
from schema.source import Status
from tests.ingest.dump import dump
from tests.ingest.test_importer import ONE, rows, run

ENTRY = "tests.ingest.faulty_worker"
LIMITS = Limits(wall_seconds=60, worker_bytes=900 * MIB)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "files").mkdir()
    for number in range(2 * LEAST + 5):
        text = "!fault segfault" if number == 7 else f"路{number} / 长 / ≥{number} 米\n"
        (tmp_path / "files" / f"{number:03}.txt").write_text(text, encoding="utf-8")
    return tmp_path / "files"


def imported(database: Path, folder: Path, pool: Executed) -> Report:
    with opened(database) as store:
        return Importer(store, pool, ONE, LIMITS).run([folder])


@pytest.mark.parametrize("send", [False, True])
def test_any_executor(folder: Path, tmp_path: Path, send: bool) -> None:
    with ThreadPoolExecutor(2) as executor:
        report = imported(tmp_path / "demo.db", folder, Executed(executor, LIMITS, send=send, entry=ENTRY))
    assert report.statuses == {Status.IMPORTED: 2 * LEAST + 4, Status.PARSER_CRASH: 1}


@pytest.mark.parametrize("send", [False, True])
def test_what_is_stored_and_damaged_is_read_from_its_file(folder: Path, tmp_path: Path, send: bool) -> None:
    database = tmp_path / "demo.db"
    with ThreadPoolExecutor(2) as executor:
        imported(database, folder, Executed(executor, LIMITS, entry=ENTRY))
        with sqlite3.connect(database) as connection:
            connection.execute("UPDATE documents SET document = x'00'")
        connection.close()
        with opened(database) as store:
            pool = Executed(executor, LIMITS, send=send, entry=ENTRY)
            report = Importer(store, pool, Editions(ONE.reading, "later"), LIMITS).run([folder])
    assert report.statuses == {Status.IMPORTED: 2 * LEAST + 4, Status.PARSER_CRASH: 1}
    assert rows(database, "SELECT count(*) FROM documents WHERE document = x'00'") == [(0,)]


def test_another_version_there_is_refused(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    versions = iter([Editions("here", "here")] + [Editions("there", "there")] * 9)
    monkeypatch.setattr(executors, "editions", lambda: next(versions))
    with ThreadPoolExecutor(1) as executor, pytest.raises(CommandError) as error:
        imported(tmp_path / "demo.db", folder, Executed(executor, LIMITS, entry=ENTRY))
    assert "another version" in error.value.en
    assert callable(answer_all)


@pytest.fixture
def address() -> Iterator[tuple[str, list[int]]]:
    """A cluster of two machines, and their processes."""
    warnings.simplefilter("ignore")
    distributed = import_module("distributed")  # slow to load
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as local:
        yield local.scheduler_address, [worker.pid for worker in local.workers.values()]


@pytest.mark.filterwarnings("ignore")
def test_a_cluster_that_loses_a_machine_in_the_middle(
    folder: Path, tmp_path: Path, address: tuple[str, list[int]]
) -> None:
    where, pids = address
    (folder / "007.txt").write_text("路7 / 长 / ≥7 米\n", encoding="utf-8")

    def lose() -> None:
        sleep(0.3)
        os.kill(pids[0], 9)

    threading.Thread(target=lose).start()
    with cluster(where, LIMITS) as pool:
        pool.entry = ENTRY
        report = imported(tmp_path / "demo.db", folder, pool)
    assert report.changes == {Change.NEW: 2 * LEAST + 5}
    run(tmp_path / "plain.db", folder)
    assert dump(tmp_path / "demo.db") == dump(tmp_path / "plain.db")


def test_no_cluster_there(tmp_path: Path, form: Path) -> None:
    with pytest.raises(CommandError) as error:
        carry_out(Order(tmp_path / "demo.db", (form,), cluster="nonsense://x"), lambda *_: None)
    assert "check the address" in error.value.en
