"""An answer is an outcome as rows, and arrives as it was sent."""

from ingest.answer import Answer
from ingest.outcome import crashed
from ingest.said import NOTHING_SAID
from schema.source import Source, Status
from tests.ingest.plain_reader import PlainReader

TEXT = "路 / 长 / ≥1 米\n路 / ?宽 / \n桥 / 高 / ≥2 米\n"


def test_ids_count_within_the_source() -> None:
    answer = Answer.of(PlainReader().read(TEXT.encode(), "a.txt", NOTHING_SAID))
    ids = {name: [row[:2] for row in rows.each()] for name, rows in answer.rows.items()}
    assert ids["tables"] == [(0, 1), (1, 2)]
    assert ids["indicators"] == [(0, 0), (1, 0), (2, 1)]
    assert [row[0] for row in ids["targets"]] == [0, 1, 2]
    assert [row[0] for row in ids["indicator_words"]] == [0, 1, 2]
    assert answer.status is Status.IMPORTED_WITH_WARNINGS


def test_it_arrives_as_it_was_sent() -> None:
    for text in (TEXT, "!corrupt"):
        answer = Answer.of(PlainReader().read(text.encode(), "a.txt", NOTHING_SAID))
        assert Answer.heard(answer.message()) == answer
    defect = Answer.of(crashed(Source(path="a.txt", sha256="00", format=None), KeyError("x"), "Traceback …"))
    assert Answer.heard(defect.message()) == defect
    assert (defect.defect, defect.document) == ("Traceback …", None)
