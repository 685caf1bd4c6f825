"""The samples in every format, imported once a run of tests."""

from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from ingest.order import Order, carry_out

ROOT = Path(__file__).parents[3]
FOLDERS = ("documents", "formats", "made")


@cache
def imported() -> Path:
    """A database of every sample there is."""
    path = Path(mkdtemp()) / "samples.db"
    carry_out(Order(path, tuple(ROOT / "samples" / name for name in FOLDERS)), lambda *_: None)
    return path
