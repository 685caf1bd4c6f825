"""Editions follow our code, our data and the libraries they rest on, and nothing else."""

import re
from importlib.metadata import requires
from pathlib import Path
from types import SimpleNamespace

import pytest

from ingest import edition
from ingest.edition import MEANING_LIBRARIES, READING_LIBRARIES, editions

NO_PART_IN_READING = {"sqlite-utils", "click", "rich", "filelock", "watchfiles", "xlsxwriter"}


def _same(name: str) -> str:
    """A distribution's name as packaging compares it."""
    return re.sub("[-_.]+", "-", name).lower()


def test_editions_are_stable() -> None:
    assert editions() == editions()
    assert editions().reading != editions().meaning


def test_every_library_is_told_apart() -> None:
    lines = [line for line in requires("jixiao") or () if "extra" not in line]
    ours = {re.split("[<>=; ]", line)[0] for line in lines}
    assert {_same(name) for name in ours} <= {_same(name) for name in {*READING_LIBRARIES, *NO_PART_IN_READING}}
    assert set(MEANING_LIBRARIES) <= set(READING_LIBRARIES)


def test_a_new_version_of_a_library_is_a_new_edition(monkeypatch: pytest.MonkeyPatch) -> None:
    before = editions()
    monkeypatch.setattr(edition, "version", lambda name: "0" if name == "pdfplumber" else "1")
    first = editions()
    monkeypatch.setattr(edition, "version", lambda _name: "1")
    assert editions().reading != first.reading
    assert editions().meaning == first.meaning != before.meaning


@pytest.mark.parametrize(
    ("name", "counts"), [("new.py", True), ("units.toml", True), ("notes.md", False), ("x.pyc", False)]
)
def test_code_and_data_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, counts: bool) -> None:
    spec = SimpleNamespace(submodule_search_locations=[str(tmp_path)])
    monkeypatch.setattr(edition, "find_spec", lambda _package: spec)
    monkeypatch.setattr(edition, "READING", ("top",))
    monkeypatch.setattr(edition, "MEANING", ("top",))
    (tmp_path / "data").mkdir()
    before = editions()
    (tmp_path / "data" / name).write_text("x")
    assert (editions() != before) is counts


def test_a_module_that_is_gone_is_no_edition(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(edition, "MEANING", ("ingest.no_such_module",))
    with pytest.raises(ModuleNotFoundError):
        editions()
