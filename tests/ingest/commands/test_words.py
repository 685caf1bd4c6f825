"""Lines for failures: what happened, and what to do."""

import pytest

from ingest.commands.words import place_of, tell_failure
from ingest.failure import Failure
from ingest.terminal import Terminal
from schema.source import Status


def test_a_failure_is_one_line_in_either_language(capsys: pytest.CaptureFixture[str]) -> None:
    failure = Failure("a.docx", Status.ENCRYPTED, "文件有密码；去除后再导入", "it has a password; remove it")
    tell_failure(failure, Terminal("en"))
    tell_failure(failure, Terminal("zh"))
    assert capsys.readouterr().err == (
        "a.docx: it has a password; remove it (encrypted)\na.docx：文件有密码；去除后再导入（encrypted）\n"
    )


def test_a_failure_without_a_reason_says_what_its_status_means(capsys: pytest.CaptureFixture[str]) -> None:
    tell_failure(Failure("a.txt", Status.NO_TABLES, "", ""), Terminal("en"))
    assert capsys.readouterr().err.startswith("a.txt: the file can be read but holds no performance table; check")


def test_no_place_is_nothing() -> None:
    assert place_of(None, None, None, Terminal()) == ""
