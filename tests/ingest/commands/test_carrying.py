"""What the commands that import have in common."""

import errno
from pathlib import Path

import pytest

from ingest.commands.carrying import carried_out, tell
from ingest.exits import CommandError, Exit
from ingest.importer import Progress, Reached
from ingest.order import Order
from ingest.report import Report
from ingest.terminal import Terminal


def test_an_interruption_says_what_is_left(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def interrupted(_order: Order, progress: Progress) -> Report:
        progress(Reached("a.txt", 3, 10))
        raise KeyboardInterrupt

    monkeypatch.setattr("ingest.commands.carrying.carry_out", interrupted)
    with pytest.raises(CommandError) as error:
        carried_out(Order(tmp_path / "demo.db"), Terminal())
    assert error.value.code is Exit.INTERRUPTED
    assert "about 7 of 10 are left" in error.value.en
    assert "约剩 7 个" in error.value.zh


def test_a_report_that_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(CommandError) as error:
        tell(Report(), Terminal(), as_json=False, fail_on="never", page=tmp_path / "no" / "report.html")
    assert error.value.code is Exit.STORAGE


def test_a_report_appears_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = tmp_path / "report.html"
    page.write_text("old", encoding="utf-8")

    def half(self: Path, text: str, **_: object) -> int:
        with self.open("w", encoding="utf-8") as file:
            file.write(text[:100])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_text", half)
    with pytest.raises(CommandError) as error:
        tell(Report(), Terminal(), as_json=False, fail_on="never", page=page)
    monkeypatch.undo()
    assert (error.value.code, "No space left" in error.value.en) == (Exit.STORAGE, True)
    assert [path.name for path in tmp_path.iterdir()] == ["report.html"]
    assert page.read_text(encoding="utf-8") == "old"
