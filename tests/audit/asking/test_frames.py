"""Data frames, where the libraries are there."""

import sys
from pathlib import Path
from types import ModuleType

import pytest

from audit import open_database
from audit.asking.frames import plain, to_pandas, to_polars
from ingest.exits import CommandError


def test_hits_records_and_answers_as_flat_records(sampled: Path) -> None:
    with open_database(sampled) as database:
        (flat,) = plain(database.find("服务企业满意度"))
        assert (flat["low"], flat["low_real"], flat["unit_canonical"], flat["kind"]) == ("98", 98.0, "%", "comparison")
        assert plain(database.sql("SELECT 1 AS one")) == [{"one": 1}]
        assert len(plain(database.tables())) == 21


def test_a_library_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, convert in (("pandas", to_pandas), ("polars", to_polars)):
        monkeypatch.setitem(sys.modules, name, None)
        with pytest.raises(CommandError, match=f"pip install {name}"):
            convert([])


def test_each_library_gets_its_records(monkeypatch: pytest.MonkeyPatch, sampled: Path) -> None:
    for name in ("pandas", "polars"):
        module = ModuleType(name)
        module.__dict__["DataFrame"] = frame
        monkeypatch.setitem(sys.modules, name, module)
    with open_database(sampled) as database:
        assert database.to_pandas(database.find(limit=3)) == 3
        assert database.to_polars(database.indicators()) == 210


def frame(rows: list[object], **_options: object) -> int:
    """Counts what it is given."""
    return len(rows)


frame.__dict__["from_records"] = frame
