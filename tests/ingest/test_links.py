"""Equal bytes under several names: one counts, the others are linked, whichever came first or went."""

from itertools import permutations
from pathlib import Path

import pytest

from ingest.report import Change
from schema.source import Status
from tests.ingest.dump import dump
from tests.ingest.plain_reader import PlainReader
from tests.ingest.test_importer import rows, run

TEXT = "修路 / 里程 / ≥12 公里\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "files" / "sub").mkdir(parents=True)
    for name in ("b.txt", "a.txt", "sub/c.txt"):
        (tmp_path / "files" / name).write_text(TEXT, encoding="utf-8")
    return tmp_path / "files"


def test_one_is_read_and_counts(folder: Path, tmp_path: Path) -> None:
    reader = PlainReader()
    report = run(tmp_path / "demo.db", folder, reader=reader)
    assert reader.reads == 1
    assert report.statuses == {Status.IMPORTED: 1, Status.DUPLICATE: 2}
    assert report.failures == []
    assert (report.totals.tables, report.totals.indicators) == (1, 1)
    assert rows(tmp_path / "demo.db", "SELECT path, duplicate_of FROM duplicates ORDER BY path") == [
        ("b.txt", "a.txt"),
        ("sub/c.txt", "a.txt"),
    ]
    assert run(tmp_path / "demo.db", folder).rows_written == 0


def test_the_first_path_counts_in_whatever_order_they_arrive(folder: Path, tmp_path: Path) -> None:
    run(tmp_path / "whole.db", folder)
    for order in permutations(["a.txt", "b.txt", "sub/c.txt"]):
        database = tmp_path / ("-".join(order).replace("/", "") + ".db")
        for name in order:
            run(database, folder / name)
        run(database, folder)
        assert dump(database) == dump(tmp_path / "whole.db")


def test_when_the_first_goes_the_next_takes_over(folder: Path, tmp_path: Path) -> None:
    database = tmp_path / "demo.db"
    run(database, folder)
    (folder / "a.txt").unlink()
    report = run(database, folder)
    assert report.statuses == {Status.IMPORTED: 1, Status.DUPLICATE: 1, Status.VANISHED: 1}
    assert rows(database, "SELECT source FROM current_tables") == [("b.txt",)]
    (folder / "b.txt").write_text("植树 / 棵数 / ≥5 棵\n", encoding="utf-8")
    run(database, folder)
    assert rows(database, "SELECT source FROM current_tables ORDER BY 1") == [("b.txt",), ("sub/c.txt",)]
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    run(database, folder)
    assert rows(database, "SELECT source FROM current_tables ORDER BY 1") == [("a.txt",), ("b.txt",)]
    assert run(database, folder).rows_written == 0


def test_a_renamed_file_is_the_same_under_another_name(folder: Path, tmp_path: Path) -> None:
    database = tmp_path / "demo.db"
    for name in ("b.txt", "sub/c.txt"):
        (folder / name).unlink()
    run(database, folder)
    (folder / "a.txt").rename(folder / "z.txt")
    report = run(database, folder)
    assert report.changes == {Change.NEW: 1, Change.GONE: 1}
    assert rows(database, "SELECT source FROM current_tables") == [("z.txt",)]


def test_files_that_fail_alike_each_say_so(folder: Path, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text("!corrupt", encoding="utf-8")
    report = run(tmp_path / "demo.db", folder)
    assert report.statuses == {Status.CORRUPT: 2, Status.IMPORTED: 1}


def test_when_all_go_none_counts(folder: Path, tmp_path: Path) -> None:
    database = tmp_path / "demo.db"
    run(database, folder)
    for name in ("a.txt", "b.txt"):
        (folder / name).unlink()
    (folder / "sub" / "c.txt").unlink()
    (folder / "sub" / "keep.txt").write_text("植树 / 棵数 / ≥5 棵\n", encoding="utf-8")
    run(database, folder)
    assert rows(database, "SELECT source FROM current_tables") == [("sub/keep.txt",)]
