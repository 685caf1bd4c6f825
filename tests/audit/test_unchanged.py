"""What was written and is no longer so: of today, of history, of imports and documents."""

import sqlite3
from pathlib import Path

import pytest

from audit.unchanged import unsealed
from tests.audit.checked import problems_after
from tests.command_line import CommandLine


def test_nothing_was_changed(database: Path) -> None:
    assert problems_after(database, unsealed) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("UPDATE indicators SET weight = '50' WHERE table_id = 1", "(history, from import 1 on): a table, indicator"),
        ("UPDATE tables SET agency = '他局' WHERE table_id = 2", "writes it anew"),
        ("UPDATE sources SET format = 'pdf' WHERE path = 'bad.docx'", "bad.docx: what is recorded of it was changed"),
        ("UPDATE sources SET cells_used = 99 WHERE superseded_by = 2", "bridge.txt (history, from import 1 on): what"),
        ("UPDATE diagnostics SET message_zh = '' WHERE severity = 'error'", "bad.docx: a table, indicator"),
        ("UPDATE sources SET mends = source_id, format = 'pdf' WHERE path = 'bad.docx'", "bad.docx: what is recorded"),
        ("UPDATE documents SET document = x'00'", "the document stored with it was changed"),
        ("DELETE FROM sources WHERE source_id = (SELECT max(source_id) FROM sources)", "import 2: it, or a file"),
        ("UPDATE imports SET started_at = '2020' WHERE import_id = 1", "import 1: it, or a file"),
        ("UPDATE sources SET path = 'other.txt' WHERE path = 'bad.docx'", "other.txt: what is recorded of it"),
    ],
)
def test_a_change_is_told(database: Path, change: str, said: str) -> None:
    assert any(said in problem for problem in problems_after(database, unsealed, change))


def test_folders_may_be_called_otherwise(
    jixiao: CommandLine,
    form: Path,
    database: Path,
) -> None:
    jixiao("import", form.parent.parent, "--db", database)
    assert problems_after(database, unsealed) == []


def test_a_retry_writes_anew_and_knows_of_it(jixiao: CommandLine, database: Path) -> None:
    assert (
        problems_after(
            database, unsealed, "UPDATE sources SET cells_used = cells_used + 1, cells_stated = cells_stated + 1"
        )
        != []
    )
    for status in ("imported", "truncated", "duplicate"):
        jixiao("retry", "--db", database, "--status", status)
    assert [problem for problem in problems_after(database, unsealed) if "history" not in problem] == []
    (known,) = sqlite3.connect(database).execute("SELECT count(*) FROM sources WHERE mends IS NOT NULL").fetchone()
    assert known == 4
