"""What a worker is asked, on this machine and on another."""

import os
from pathlib import Path

import pytest

from ingest.said import Said
from ingest.task import Task

SAID = Said(2024, "天津市")


@pytest.mark.parametrize(
    ("task", "kind", "content"),
    [
        (Task("a.txt", SAID, "00", location=Path("/a.txt")), "file", b""),
        (Task("a.txt", SAID, "00", location=Path(os.fsdecode(b"/\xff.txt"))), "file", b""),
        (Task("a.txt", SAID, "00", content=b"bytes"), "bytes", b"bytes"),
        (Task("a.txt", SAID, "00", document=b"blob"), "document", b"blob"),
    ],
)
def test_a_task_as_a_message_and_on_another_machine(task: Task, kind: str, content: bytes) -> None:
    message = task.message()
    assert (message.said["kind"], message.content) == (kind, content)
    assert Task.ported(task.portable()) == task
