"""Why a file has no tables."""

from ingest.failure import Failure
from ingest.said import NOTHING_SAID
from schema.source import Status
from tests.ingest.plain_reader import PlainReader


def test_a_failure_names_its_reasons_in_both_languages() -> None:
    outcome = PlainReader().read(b"!encrypted", "a.txt", NOTHING_SAID)
    assert Failure.of(outcome) == Failure("a.txt", Status.ENCRYPTED, "未读取：坏文件", "not read: a bad file")
    assert Failure.of(PlainReader().read("路 / 长 / ≥1 米".encode(), "a.txt", NOTHING_SAID)) is None
