"""What jixiao rests on, looked at."""

from pathlib import Path

import pytest

from ingest import doctor
from ingest.doctor import examine


def test_all_is_well_here(tmp_path: Path) -> None:
    checks = {check.name: check for check in examine(tmp_path)}
    assert [name for name, check in checks.items() if not check.well and name != "disk"] == []
    assert {"python", "lxml", "pdfplumber", "sqlite fts5", "disk", "worker"} <= set(checks)


def test_what_is_too_old_is_named_with_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "version", lambda name: "1.0" if name == "lxml" else "99999999")
    (bad,) = [check for check in examine(tmp_path) if not check.well and check.name != "disk"]
    assert (bad.name, "make setup" in bad.en, "make setup" in bad.zh) == ("lxml", True, True)


def test_a_feature_that_sqlite_lacks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(doctor._FEATURES, "json", "SELECT no_such_function()")  # noqa: SLF001 - what is looked at
    assert "sqlite json" in [check.name for check in examine(tmp_path) if not check.well]
