"""What an import says it did."""

from pathlib import Path

from ingest.answer import Answer
from ingest.report import Change, Report, totals
from ingest.said import NOTHING_SAID
from ingest.store import opened
from schema.source import Status
from tests.ingest.plain_reader import PlainReader
from tests.ingest.test_importer import run


def test_no_tables_is_a_failure_to_be_told() -> None:
    report = Report()
    report.read("a.txt", Change.NEW, Answer.of(PlainReader().read(b"", "a.txt", NOTHING_SAID)))
    assert [failure.status for failure in report.failures] == [Status.NO_TABLES]


def test_totals_count_what_is_current(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("路 / 长 / ≥1 米\n", encoding="utf-8")
    run(tmp_path / "demo.db", tmp_path / "a.txt")
    (tmp_path / "a.txt").write_text("路 / 长 / ≥2 米\n路 / 宽 / ≥3 米\n", encoding="utf-8")
    run(tmp_path / "demo.db", tmp_path / "a.txt")
    with opened(tmp_path / "demo.db") as store:
        found = totals(store)
    assert (found.sources, found.tables, found.indicators, found.targets, found.unparsed) == (1, 1, 2, 2, 0)
    assert (found.cells.stated, found.cells.used, found.cells.holds) == (6, 6, True)
