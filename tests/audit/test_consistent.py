"""A ledger that agrees with itself, and each way in which it may not."""

import io
import zipfile
from pathlib import Path

import pytest

from audit.consistent import contradictions
from tests.audit.checked import problems_after
from tests.command_line import CommandLine


def test_it_agrees(database: Path) -> None:
    assert problems_after(database, contradictions) == []


def test_files_that_show_nothing_have_no_document_and_need_none(
    jixiao: CommandLine, form: Path, tmp_path: Path
) -> None:
    for name, members in {"none.zip": {}, "folder.zip": {"附件/": b""}, "mac.zip": {"__MACOSX/._a.txt": b"x"}}.items():
        (form.parent / name).write_bytes(zipped(members))
    (form.parent / "nested.zip").write_bytes(zipped({"a.zip": zipped({})}))
    (form.parent / "page.html").write_text("<html><script>load()</script></html>", encoding="utf-8")
    database = tmp_path / "nothing.db"
    jixiao("import", form.parent, "--db", database)
    (form.parent / "none.zip").write_bytes(zipped({"a.txt": form.read_bytes()}))
    jixiao("import", form.parent, "--db", database)
    assert problems_after(database, contradictions) == []
    assert any("no document" in found for found in problems_after(database, contradictions, "DELETE FROM documents"))


def zipped(members: dict[str, bytes]) -> bytes:
    """A zip file."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return made.getvalue()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("UPDATE sources SET rows_from = NULL WHERE path = 'bridge.txt'", "bridge.txt: the rows it points to"),
        ("UPDATE sources SET rows_from = 1 WHERE path = 'bad.docx'", "bad.docx: the rows that hold for it"),
        ("UPDATE sources SET superseded_by = 1 WHERE path = 'road.txt'", "road.txt: no row of it is current"),
        ("UPDATE sources SET superseded_by = NULL WHERE path = 'bridge.txt'", "bridge.txt: a row of its history"),
        ("UPDATE sources SET superseded_by = 1 WHERE superseded_by = 2", "bridge.txt: a row of its history"),
        ("DELETE FROM documents", "bridge.txt: no document is stored with it"),
        ("DELETE FROM documents", "bridge.txt: (history) no document is stored"),
        ("UPDATE documents SET reading_edition = 'other'", "copy.txt: no document is stored with it"),
        ("UPDATE sources SET sha256 = NULL WHERE path = 'bridge.txt'", "bridge.txt: no document is stored with it"),
        (
            "UPDATE sources SET status = 'no_tables' WHERE path = 'copy.txt'",
            "copy.txt: its status does not fit whether",
        ),
        ("UPDATE sources SET status = 'imported_with_warnings'", "its status does not fit what was odd"),
        ("DELETE FROM diagnostics WHERE severity = 'error'", "bad.docx: nothing says why it was not read"),
        ("UPDATE sources SET status = 'imported' WHERE path = 'road.txt'", "road.txt: of equal files the first counts"),
        ("DELETE FROM sources WHERE path = 'bad.docx'", "a file that was recorded right before it is gone"),
    ],
)
def test_a_contradiction_is_told_with_what_to_do(database: Path, change: str, said: str) -> None:
    found = [
        problem
        for problem in problems_after(
            database, contradictions, f"PRAGMA ignore_check_constraints = ON; DROP INDEX sources_current; {change}"
        )
        if said in problem
    ]
    assert found, problems_after(database, contradictions)
    assert all("backup" in problem for problem in found)
