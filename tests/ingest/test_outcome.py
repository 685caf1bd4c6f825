"""A failure is an outcome like any other: a status, and its reason as a diagnostic."""

from ingest.outcome import crashed, failed
from schema.read_error import ReadError
from schema.source import Source, Status

SOURCE = Source(path="a.txt", sha256="00", format=None)


def test_a_read_error_becomes_a_status_and_a_reason_in_both_languages() -> None:
    outcome = failed(SOURCE, ReadError(Status.TRUNCATED, zh="文件不完整", en="the file is cut off"))
    (reason,) = outcome.reading.diagnostics
    assert (outcome.status, outcome.sha256, outcome.document) == (Status.TRUNCATED, "00", None)
    assert (reason.message("zh"), reason.message("en")) == ("未读取：文件不完整", "not read: the file is cut off")


def test_our_own_defect_keeps_its_traceback() -> None:
    outcome = crashed(SOURCE, KeyError("level1"), "Traceback …")
    assert (outcome.status, outcome.defect) == (Status.PARSER_CRASH, "Traceback …")
    assert "KeyError: 'level1'" in outcome.reading.diagnostics[0].message("en")
