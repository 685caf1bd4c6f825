"""What files show, kept while a person looks at them."""

from pathlib import Path

import pytest

from audit.database import reading
from audit.web.source import documents
from audit.web.source.documents import Documents


def test_read_once_and_only_the_last_ones_kept(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Documents()
    with reading(database) as connection:
        sha256, edition = connection.execute("SELECT sha256, reading_edition FROM documents").fetchone()
        first = kept.of(connection, sha256, edition)
        assert first is not None
        assert first.grids[0].at(4, 4) is not None
        assert kept.of(connection, sha256, edition) is first
        assert kept.of(connection, "none", edition) is None
        monkeypatch.setattr(documents, "_KEPT", 0)
        assert Documents().of(connection, sha256, edition) is not first


def test_a_large_one_is_not_kept(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "_LARGEST", 1)
    kept = Documents()
    with reading(database) as connection:
        sha256, edition = connection.execute("SELECT sha256, reading_edition FROM documents").fetchone()
        assert kept.of(connection, sha256, edition) is not None
    assert not kept.kept
