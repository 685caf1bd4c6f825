"""However many read at a time, and in however many runs, the database says the same: real workers, real formats."""

import shutil
from pathlib import Path

import pytest

from bench.corpus import form
from ingest.order import Order, carry_out
from schema.source import Status
from tests.ingest.dump import dump

SAMPLES = Path(__file__).parents[2] / "samples" / "formats" / "tianjin-ip-office-projects"
MIXED = ("gbk-names.zip", "libreoffice-docx.doc", "merged.html", "plain.csv", "python-docx.docx", "xlsxwriter.xlsx")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dozen files: six formats, a broken one, two with equal bytes, texts."""
    made = tmp_path_factory.mktemp("mixed") / "files"
    made.mkdir()
    for name in MIXED:
        shutil.copy(SAMPLES / name, made / name)
    shutil.copy(SAMPLES / MIXED[-1], made / "again.xlsx")
    (made / "cut.docx").write_bytes((SAMPLES / "python-docx.docx").read_bytes()[:-500])
    for number in range(4):
        (made / f"{number}.txt").write_text(form(number, rows=6), encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def by_one(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    database = tmp_path_factory.mktemp("one") / "one.db"
    report = carry_out(Order(database, (folder,), jobs=1), lambda *_: None)
    assert (report.statuses[Status.TRUNCATED], report.statuses[Status.DUPLICATE]) == (1, 1)
    return database


@pytest.mark.parametrize("jobs", [2, 3])
def test_any_number_of_workers(folder: Path, by_one: Path, tmp_path: Path, jobs: int) -> None:
    carry_out(Order(tmp_path / "more.db", (folder,), jobs=jobs), lambda *_: None)
    assert dump(tmp_path / "more.db") == dump(by_one)
