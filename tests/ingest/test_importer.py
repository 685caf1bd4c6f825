"""One import after another: the new is read, the old left alone, nothing lost, doubled or half written."""

import os
import shutil
import sqlite3
from itertools import permutations
from pathlib import Path

import pytest

from ingest.edition import Editions
from ingest.importer import Importer
from ingest.outcome import Outcome
from ingest.report import Change, Report
from ingest.said import NOTHING_SAID, Said
from ingest.store import opened
from schema.limits import Limits
from schema.source import Status
from tests.ingest.dump import dump
from tests.ingest.inline import Inline
from tests.ingest.plain_reader import PlainReader

ONE = Editions("r1", "m1")


def run(
    database: Path,
    *named: Path,
    reader: PlainReader | None = None,
    editions: Editions = ONE,
    said: Said | None = None,
    limits: Limits | None = None,
    rehash: bool = False,
) -> Report:
    with opened(database) as store:
        pool = Inline(reader or PlainReader())
        importer = Importer(store, pool, editions, limits or Limits(), said or NOTHING_SAID, rehash=rehash)
        return importer.run(named)


def rows(database: Path, query: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(database)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "files"
    (folder / "sub").mkdir(parents=True)
    (folder / "a.txt").write_text("修路 / 里程 / ≥12 公里\n修路 / 质量 / 合格\n", encoding="utf-8")
    (folder / "b.txt").write_text("植树 / 棵数 / ≥500 棵\n植树 / ?成活 / ≥90 %\n", encoding="utf-8")
    (folder / "sub" / "c.txt").write_text("培训 / 人次 / ≥200 人次\n培训 / 说明 / \n", encoding="utf-8")
    return folder


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "demo.db"


def test_everything_is_counted(folder: Path, database: Path) -> None:
    report = run(database, folder)
    assert (report.totals.tables, report.totals.indicators, report.totals.targets) == (3, 6, 6)
    assert report.statuses == {Status.IMPORTED: 2, Status.IMPORTED_WITH_WARNINGS: 1}
    assert report.changes == {Change.NEW: 3}
    assert report.totals.cells.holds
    assert report.totals.cells.stated == 18


def test_a_second_import_writes_nothing(folder: Path, database: Path) -> None:
    run(database, folder)
    before = dump(database)
    reader = PlainReader()
    report = run(database, folder, reader=reader)
    assert (report.rows_written, reader.reads, reader.rereads) == (0, 0, 0)
    assert report.changes == {Change.UNCHANGED: 3}
    assert report.statuses == {Status.IMPORTED: 2, Status.IMPORTED_WITH_WARNINGS: 1}
    assert dump(database) == before
    assert rows(database, "SELECT count(*) FROM imports") == [(1,)]


def test_a_settled_file_is_not_even_opened(folder: Path, database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path in (folder / "a.txt", folder / "b.txt", folder / "sub" / "c.txt"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    run(database, folder)
    monkeypatch.setattr("ingest.importer.digest_of", lambda location, _limits: pytest.fail(f"{location} was opened"))
    assert run(database, folder).changes == {Change.UNCHANGED: 3}


def test_bytes_that_changed_behind_size_and_time_are_found_where_every_file_is_hashed(
    folder: Path, database: Path
) -> None:
    old = folder / "a.txt"
    os.utime(old, ns=(10**18, 10**18))
    run(database, folder)
    old.write_text(old.read_text(encoding="utf-8").replace("12", "13"), encoding="utf-8")
    os.utime(old, ns=(10**18, 10**18))
    assert run(database, folder).rows_written == 0
    report = run(database, folder, rehash=True)
    assert (report.changes[Change.CHANGED], report.changes[Change.UNCHANGED]) == (1, 2)
    assert run(database, folder, rehash=True).rows_written == 0


def test_a_touched_file_is_unchanged(folder: Path, database: Path) -> None:
    run(database, folder)
    before = dump(database)
    os.utime(folder / "a.txt", (1_000_000_000, 1_000_000_000))
    report = run(database, folder)
    assert report.changes == {Change.UNCHANGED: 3}
    assert dump(database) == before
    assert run(database, folder).rows_written == 0


def test_changed_content_supersedes_and_keeps_history(folder: Path, database: Path) -> None:
    run(database, folder)
    (folder / "a.txt").write_text("修路 / 里程 / ≥15 公里\n", encoding="utf-8")
    report = run(database, folder)
    assert report.changes == {Change.CHANGED: 1, Change.UNCHANGED: 2}
    assert rows(database, "SELECT low FROM indicator_targets WHERE name = '里程'") == [("15",)]
    old = "SELECT g.low FROM targets AS g JOIN indicators AS i USING (indicator_id) WHERE i.name = '里程' ORDER BY 1"
    assert rows(database, old) == [("12",), ("15",)]
    assert rows(database, "SELECT import_from, superseded_by FROM sources WHERE path = 'a.txt' ORDER BY source_id") == [
        (1, 2),
        (2, None),
    ]


def test_a_removed_file_is_superseded_and_may_come_back(folder: Path, database: Path) -> None:
    run(database, folder)
    whole = dump(database)
    text = (folder / "b.txt").read_text(encoding="utf-8")
    (folder / "b.txt").unlink()
    assert run(database, folder).changes == {Change.UNCHANGED: 2, Change.GONE: 1}
    assert rows(database, "SELECT status FROM current_sources WHERE path = 'b.txt'") == [("vanished",)]
    assert rows(database, "SELECT count(*) FROM current_tables") == [(2,)]
    assert run(database, folder).rows_written == 0
    (folder / "b.txt").write_text(text, encoding="utf-8")
    assert run(database, folder).changes == {Change.UNCHANGED: 2, Change.NEW: 1}
    assert dump(database) == whole


def test_a_file_is_gone_only_under_a_root_named_in_the_same_command(folder: Path, database: Path) -> None:
    run(database, folder)
    (folder / "b.txt").unlink()
    assert Change.GONE not in run(database, folder / "a.txt", folder / "sub").changes
    assert rows(database, "SELECT status FROM current_sources WHERE path = 'b.txt'") == [("imported_with_warnings",)]


def test_a_missing_path_is_told_and_supersedes_nothing(folder: Path, database: Path) -> None:
    run(database, folder)
    (folder / "b.txt").unlink()
    report = run(database, folder / "b.txt", folder / "nowhere", folder / "a.txt")
    assert [failure.en.removeprefix("not read: ") for failure in report.failures] == [
        "there is no such file or folder; check the path"
    ] * 2
    assert rows(database, "SELECT status FROM current_sources WHERE path = 'b.txt'") == [("unreadable",)]
    assert rows(database, "SELECT count(*) FROM current_tables") == [(3,)]
    assert run(database, folder / "b.txt").rows_written == 0


ORDERS = list(permutations(["a.txt", "b.txt", "sub/c.txt", "sub", "."]))


@pytest.mark.parametrize("order", ORDERS[::10], ids=" ".join)
def test_order_and_batches_do_not_matter(folder: Path, tmp_path: Path, order: tuple[str, ...]) -> None:
    run(tmp_path / "whole.db", folder)
    for batch in order:
        run(tmp_path / "pieces.db", folder / batch)
    assert dump(tmp_path / "pieces.db") == dump(tmp_path / "whole.db")


def test_a_file_named_twice_is_read_once(folder: Path, database: Path) -> None:
    reader = PlainReader()
    report = run(database, folder, folder / "a.txt", folder / "sub", reader=reader)
    assert reader.reads == 3
    assert report.changes == {Change.NEW: 3}


def test_a_new_meaning_needs_no_file(folder: Path, database: Path) -> None:
    for path in folder.rglob("*.txt"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    run(database, folder)
    reader = PlainReader(edition=" (new)")
    report = run(database, folder, reader=reader, editions=Editions("r1", "m2"))
    assert (reader.reads, reader.rereads) == (0, 3)
    assert report.changes == {Change.REREAD: 3}
    assert rows(database, "SELECT text FROM indicator_targets WHERE kind = 'statement'") == [("合格 (new)",)]


def test_a_new_reading_edition_reads_the_files(folder: Path, database: Path) -> None:
    run(database, folder)
    reader = PlainReader()
    run(database, folder, reader=reader, editions=Editions("r2", "m1"))
    assert (reader.reads, reader.rereads) == (3, 0)


def test_a_year_once_stated_holds(folder: Path, database: Path) -> None:
    run(database, folder, said=Said(fiscal_year=2024))
    assert run(database, folder).rows_written == 0
    run(database, folder, said=Said(fiscal_year=2025))
    assert rows(database, "SELECT DISTINCT fiscal_year FROM current_tables") == [(2025,)]


def test_a_file_that_fails_is_recorded_and_the_rest_goes_on(folder: Path, database: Path) -> None:
    (folder / "bad.txt").write_text("!corrupt", encoding="utf-8")
    report = run(database, folder)
    assert [(f.path, f.status, f.zh, f.en) for f in report.failures] == [
        ("bad.txt", Status.CORRUPT, "未读取：坏文件", "not read: a bad file")
    ]
    assert report.totals.tables == 3
    again = run(database, folder)
    assert (again.rows_written, again.failures) == (0, report.failures)


def test_our_defect_keeps_what_the_same_bytes_gave_before(folder: Path, database: Path) -> None:
    run(database, folder)
    tables = dump(database)["tables"]
    report = run(database, folder, reader=PlainReader(broken=True), editions=Editions("r1", "m2"))
    assert report.statuses == {Status.PARSER_CRASH: 3}
    assert len(report.defects) == 3
    assert dump(database)["tables"] == tables
    run(database, folder, editions=Editions("r1", "m3"))
    assert dump(database)["tables"] == tables


def test_changed_bytes_that_fail_take_the_old_rows_out_of_force(folder: Path, database: Path) -> None:
    run(database, folder)
    (folder / "a.txt").write_text("!truncated", encoding="utf-8")
    report = run(database, folder)
    assert report.statuses[Status.TRUNCATED] == 1
    assert rows(database, "SELECT count(*) FROM current_tables") == [(2,)]


def test_an_unreadable_file_keeps_its_rows(folder: Path, database: Path) -> None:
    run(database, folder)
    (folder / "a.txt").unlink()
    (folder / "a.txt").symlink_to(folder / "nowhere.txt")
    report = run(database, folder)
    assert report.statuses[Status.UNREADABLE] == 1
    assert rows(database, "SELECT count(*) FROM current_tables") == [(3,)]
    assert run(database, folder).rows_written == 0


def test_a_file_that_fails_for_another_reason_is_told_for_that_one(folder: Path, database: Path) -> None:
    (folder / "a.txt").unlink()
    (folder / "a.txt").symlink_to("nowhere.txt")
    run(database, folder)
    (folder / "a.txt").unlink()
    (folder / "a.txt").symlink_to("a.txt")
    report = run(database, folder)
    assert [failure.en for failure in report.failures] == ["not read: the link leads back to itself; mend it"]
    assert rows(database, "SELECT message_en FROM current_diagnostics WHERE code = 'not-read'") == [
        ("not read: the link leads back to itself; mend it",)
    ]
    assert run(database, folder).rows_written == 0


def test_what_the_machine_failed_at_is_tried_again(folder: Path, database: Path) -> None:
    (folder / "slow.txt").write_text("!timeout", encoding="utf-8")
    run(database, folder)
    reader = PlainReader()
    assert run(database, folder, reader=reader).rows_written == 0
    assert reader.reads == 1


def test_rows_the_database_refuses_are_our_defect(folder: Path, database: Path) -> None:
    (folder / "twice.txt").write_text("植树 / 棵数 / ≥1 棵\n植树 / 棵数 / ≥2 棵\n", encoding="utf-8")
    report = run(database, folder)
    assert report.statuses[Status.PARSER_CRASH] == 1
    assert report.totals.tables == 3
    assert rows(database, "SELECT rows_from, defect LIKE '%UNIQUE%' FROM sources WHERE path = 'twice.txt'") == [
        (None, 1)
    ]


def test_a_file_over_the_limit(folder: Path, database: Path) -> None:
    report = run(database, folder, limits=Limits(file_bytes=50))
    assert {failure.status for failure in report.failures} == {Status.LIMIT}
    assert run(database, folder, limits=Limits(file_bytes=50)).rows_written == 0


def test_a_file_where_a_folder_was_and_back(folder: Path, database: Path) -> None:
    run(database, folder)
    (folder / "sub" / "c.txt").unlink()
    (folder / "sub").rmdir()
    (folder / "sub").write_text("新建 / 数 / ≥1 个\n", encoding="utf-8")
    assert run(database, folder).changes == {Change.UNCHANGED: 2, Change.NEW: 1, Change.GONE: 1}
    assert rows(database, "SELECT path FROM current_sources WHERE status <> 'vanished' ORDER BY 1") == [
        ("a.txt",),
        ("b.txt",),
        ("sub",),
    ]


def test_folder_and_database_move_as_one(folder: Path, database: Path, tmp_path: Path) -> None:
    run(database, folder)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    folder.rename(elsewhere / folder.name)
    database.rename(elsewhere / database.name)
    assert run(elsewhere / database.name, elsewhere / folder.name).rows_written == 0


def test_equal_names_under_two_roots_are_two_sources(folder: Path, database: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "a.txt").write_text("治水 / 长度 / ≥3 公里\n", encoding="utf-8")
    run(database, folder)
    run(database, other)
    assert rows(database, "SELECT count(*) FROM current_sources WHERE path = 'a.txt'") == [(2,)]


def test_text_that_is_no_unicode_is_our_defect_and_stops_nothing(folder: Path, database: Path) -> None:
    class Odd(PlainReader):
        def read(self, content: bytes, path: str, said: Said) -> Outcome:
            outcome = super().read(content, path, said)
            table = outcome.reading.tables[0].model_copy(update={"title": "\ud800"})
            return Outcome(outcome.reading.model_copy(update={"tables": (table,)}), outcome.document)

    report = run(database, folder, reader=Odd())
    assert report.statuses == {Status.PARSER_CRASH: 3}
    assert run(database, folder, editions=Editions("r2", "m1")).totals.tables == 3


def test_names_in_gbk_and_the_database_among_the_files(folder: Path) -> None:
    (folder / os.fsdecode("绩效.txt".encode("gb18030"))).write_text("路 / 长 / ≥1 米\n", encoding="utf-8")
    database = folder / "demo.db"
    run(database, folder)
    report = run(database, folder)
    assert (report.rows_written, report.changes) == (0, {Change.UNCHANGED: 4})
    assert rows(database, "SELECT path FROM current_sources WHERE path NOT LIKE '%a%' ORDER BY 1") == [
        ("b.txt",),
        ("sub/c.txt",),
        ("绩效.txt",),
    ]


def test_what_is_stored_gets_a_new_meaning_without_any_file(folder: Path, database: Path) -> None:
    def renewed(editions: Editions, reader: PlainReader) -> Report:
        with opened(database) as store:
            return Importer(store, Inline(reader), editions, Limits()).renew()

    (folder / "bad.txt").write_text("!corrupt", encoding="utf-8")
    run(database, folder, said=Said(fiscal_year=2024))
    shutil.rmtree(folder)
    reader = PlainReader(edition=" (new)")
    report = renewed(Editions("r1", "m2"), reader)
    assert (reader.reads, reader.rereads) == (0, 3)
    assert report.changes == {Change.REREAD: 3, Change.WAITING: 1}
    assert rows(database, "SELECT text, fiscal_year FROM indicator_targets WHERE kind = 'statement'") == [
        ("合格 (new)", 2024)
    ]
    assert renewed(Editions("r1", "m2"), reader).rows_written == 0
    assert renewed(Editions("r2", "m2"), reader).changes == {Change.WAITING: 4}


def test_a_folder_that_cannot_be_listed_is_told_and_nothing_in_it_is_gone(
    folder: Path, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(database, folder)
    scandir = os.scandir

    def closed(path: Path) -> object:
        if Path(path).name == "sub":
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr("ingest.files.os.scandir", closed)
    (folder / "a.txt").unlink()
    report = run(database, folder)
    assert [(failure.path, failure.status) for failure in report.failures] == [("sub", Status.UNREADABLE)]
    assert report.changes == {Change.UNCHANGED: 1, Change.GONE: 1}
    assert rows(database, "SELECT count(*) FROM current_tables") == [(2,)]
