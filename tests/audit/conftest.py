"""Databases that tests of this floor ask: the published documents, made once, and forms changed in a line."""

from pathlib import Path

import pytest

from ingest.order import Order, carry_out
from tests.audit.checked import Imported
from tests.audit.rules.changed_forms import form
from tests.command_line import CommandLine
from tests.conftest import SAMPLES, inline


@pytest.fixture(scope="session")
def sampled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The samples, imported."""
    database = tmp_path_factory.mktemp("sampled") / "sampled.db"
    order = Order(database, (SAMPLES,))
    carry_out(order, lambda _: None, inline(order))
    return database


@pytest.fixture
def imported(jixiao: CommandLine, tmp_path: Path) -> Imported:
    """Imports forms by name into one database; again with other words, they have changed."""

    def documents(**replaced: dict[str, str] | str) -> Path:
        folder = tmp_path / "documents"
        folder.mkdir(exist_ok=True)
        for name, words in replaced.items():
            text = words if isinstance(words, str) else form("target", words)
            (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        assert jixiao("import", folder, "--db", tmp_path / "demo.db").code == 0
        return tmp_path / "demo.db"

    return documents


@pytest.fixture
def database(jixiao: CommandLine, form: Path, tmp_path: Path) -> Path:
    """A database of three files, one of them broken, and of two imports, between which a file changed."""
    text = form.read_text(encoding="utf-8")
    (form.parent / "copy.txt").write_text(text, encoding="utf-8")
    (form.parent / "bridge.txt").write_text(text.replace("修路", "建桥"), encoding="utf-8")
    (form.parent / "bad.docx").write_bytes(b"PK\x03\x04xx")
    jixiao("import", form.parent, "--db", tmp_path / "demo.db")
    (form.parent / "bridge.txt").write_text(text.replace("修路", "修桥"), encoding="utf-8")
    jixiao("import", form.parent, "--db", tmp_path / "demo.db")
    return tmp_path / "demo.db"
