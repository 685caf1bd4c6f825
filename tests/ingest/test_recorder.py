"""What becomes of one source."""

from pathlib import Path

from ingest.recorder import duplicate
from schema.source import Status
from tests.ingest.test_importer import rows, run


def test_a_duplicate_has_a_hash_and_no_rows() -> None:
    answer = duplicate("a.txt", "00")
    assert (answer.status, answer.source.sha256, answer.rows, answer.failure) == (Status.DUPLICATE, "00", {}, None)


def test_what_ends_as_it_did_is_not_recorded_again(tmp_path: Path) -> None:
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / "a.txt").write_text("!timeout", encoding="utf-8")
    for _ in range(3):
        run(tmp_path / "demo.db", tmp_path / "files")
    assert rows(tmp_path / "demo.db", "SELECT count(*) FROM sources") == [(1,)]
