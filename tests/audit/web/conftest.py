"""A workbench over a small database, asked without a network."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from audit.web.app import application
from audit.web.desk import Desk
from tests.command_line import CommandLine

BASE = "http://127.0.0.1:8765"


def client_of(database: Path) -> TestClient:
    """A browser without JavaScript, at the workbench of a database."""
    return TestClient(application(Desk(database)), base_url=BASE, headers={"origin": BASE})


@pytest.fixture
def database(jixiao: CommandLine, form: Path, tmp_path: Path) -> Path:
    """A database with one table, its five indicators, and a file that could not be read."""
    (form.parent / "empty.txt").touch()
    jixiao("import", form.parent, "--db", tmp_path / "demo.db")
    return tmp_path / "demo.db"


@pytest.fixture
def client(database: Path) -> TestClient:
    """The workbench of that database."""
    return client_of(database)
