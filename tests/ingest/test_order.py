"""An import from its order to its report."""

from pathlib import Path

from ingest.importer import Reached
from ingest.order import Order, carry_out
from ingest.report import Change
from schema.limits import Limits


def nothing(_reached: Reached) -> None:
    return


def test_from_order_to_report(form: Path, tmp_path: Path) -> None:
    limits = Limits(wall_seconds=60)
    report = carry_out(Order(tmp_path / "demo.db", (form.parent,), limits=limits), nothing)
    assert report.changes == {Change.NEW: 1}
    assert report.limits == limits
    assert report.seconds > 0
    rehearsal = carry_out(Order(tmp_path / "other.db", (form,), dry_run=True), nothing)
    assert (rehearsal.rows_written, (tmp_path / "other.db").exists()) == (0, False)
