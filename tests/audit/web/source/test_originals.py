"""The file a table was read from, found by the hash of its content alone."""

from hashlib import sha256
from pathlib import Path

import pytest

from audit.database import reading
from audit.web.source.originals import content_of, name_of


def digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def test_the_bytes_and_the_name(database: Path, form: Path) -> None:
    with reading(database) as connection:
        assert content_of(connection, database, digest(form)) == form.read_bytes()
        assert name_of(connection, digest(form)) == "road.txt"


def test_a_file_that_was_changed_or_is_gone_is_not_shown(database: Path, form: Path) -> None:
    was = digest(form)
    form.write_text("別的", encoding="utf-8")
    with reading(database) as connection:
        assert content_of(connection, database, was) is None
        form.unlink()
        form.symlink_to("/etc/passwd")
        assert content_of(connection, database, was) is None
        form.unlink()
        assert content_of(connection, database, was) is None


def test_a_file_that_no_import_met_is_not_shown_whatever_its_hash(database: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    with reading(database) as connection:
        assert content_of(connection, database, digest(tmp_path / "secret.txt")) is None


@pytest.mark.parametrize("name", ["", "x", "../../etc/passwd", "A" * 64, "0" * 63, "0" * 65, "0" * 64 + "\n"])
def test_only_a_hash_asks_for_a_file(database: Path, name: str) -> None:
    with reading(database) as connection:
        assert content_of(connection, database, name) is None
