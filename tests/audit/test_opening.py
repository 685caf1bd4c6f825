"""The interface for programs."""

from pathlib import Path

import pytest

from audit import open_database
from audit.findings import Finding
from ingest.exits import CommandError
from tests.command_line import CommandLine


def test_what_there_is(sampled: Path) -> None:
    with open_database(sampled) as database:
        assert database.count() == len(list(database.find())) == 228
        assert len(list(database.tables())) == 21
        assert len(list(database.indicators())) == 210
        assert {row["role"] for row in database.targets()} == {"planned"}
        assert [hit.name for hit in database.find("满意度", above="97%", limit=1)] == ["服务企业满意度"]
        assert len(list(database.find(limit=0))) == 0
        assert database.sql("SELECT count(*) FROM current_tables").rows == [(21,)]
        assert list(database.findings()) == []


def test_findings_of_the_last_check(jixiao: CommandLine, form: Path, tmp_path: Path) -> None:
    jixiao("import", form, "--db", tmp_path / "x.db")
    jixiao("audit", "--db", tmp_path / "x.db")
    with open_database(str(tmp_path / "x.db")) as database:
        assert all(isinstance(finding, Finding) for finding in database.findings())
        assert list(database.findings(rule="no such rule")) == []


def test_comparisons(sampled: Path) -> None:
    with open_database(sampled) as database:
        assert {change.status for change in database.changes()} == {"new_project", "dropped_project"}
        assert list(database.achievements()) == []
        assert list(database.peers())


def test_what_cannot_be_opened_or_asked(tmp_path: Path, sampled: Path) -> None:
    with pytest.raises(CommandError), open_database(tmp_path / "none.db"):
        pytest.fail("opened")
    with open_database(sampled) as database, pytest.raises(CommandError):
        list(database.find(below="≥90%"))
    with open_database(sampled) as database, pytest.raises(TypeError):
        list(database.find(nothing="x"))
