"""A database with the published documents, made once for all tests that only read."""

from pathlib import Path

import pytest

from ingest.order import Order, carry_out
from tests.conftest import SAMPLES, inline


@pytest.fixture(scope="session")
def sampled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The samples, imported."""
    database = tmp_path_factory.mktemp("sampled") / "sampled.db"
    order = Order(database, (SAMPLES,))
    carry_out(order, lambda _: None, inline(order))
    return database
