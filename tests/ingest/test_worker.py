"""What a worker makes of a task; none makes it break."""

import os
import zlib
from hashlib import sha256
from pathlib import Path

import pytest

from ingest.answer import Answer
from ingest.reading import FileReader
from ingest.rows import document_of
from ingest.said import NOTHING_SAID, Said
from ingest.task import Task
from ingest.worker import answered
from schema.limits import Limits
from schema.source import Status
from tests.conftest import FORM

READER = FileReader(Limits())


def hashed(content: bytes) -> str:
    return sha256(content).hexdigest()


def test_a_file_by_its_descriptor(form: Path) -> None:
    task = Task("road.txt", Said(region="某市"), hashed(FORM.encode()), location=form)
    answer = answered(READER, task.message(), os.open(form, os.O_RDONLY))
    assert (answer.status, answer.source.format, answer.rows["indicators"].count) == (Status.IMPORTED, "text", 5)


def test_what_was_read_before_gets_its_meaning_again() -> None:
    first = answered(READER, Task("road.txt", NOTHING_SAID, hashed(FORM.encode()), content=FORM.encode()).message())
    assert first.document is not None
    assert document_of(first.document).source == "text"
    again = answered(READER, Task("road.txt", NOTHING_SAID, hashed(FORM.encode()), document=first.document).message())
    assert again == first


@pytest.mark.parametrize("stored", [b"no zlib", b"", zlib.compress(b"{}"), zlib.compress(b"\xff")])
def test_a_stored_document_that_is_none_is_no_end_of_its_file(stored: bytes) -> None:
    answer = answered(READER, Task("a.txt", NOTHING_SAID, "00", document=stored).message())
    assert (answer.damaged, answer.defect, answer.failure) == (True, None, None)
    assert Answer.heard(answer.message()) == answer


def test_other_bytes_than_were_hashed_are_a_file_in_motion() -> None:
    answer = answered(READER, Task("a.txt", NOTHING_SAID, hashed(b"then"), content=b"now").message())
    assert (answer.status, answer.source.sha256) == (Status.UNREADABLE, None)


def test_rows_that_cannot_be_made_are_our_defect(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.answer.table_row", lambda _table: 1 / 0)
    content = FORM.encode()
    answer = answered(READER, Task("a.txt", NOTHING_SAID, hashed(content), content=content).message())
    assert (answer.status, answer.document) == (Status.PARSER_CRASH, None)
