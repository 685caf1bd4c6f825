"""The same table in two sources: counted once; of two versions the later one; what differs is said."""

import sqlite3
from itertools import permutations
from pathlib import Path

import pytest

from ingest.importer import Importer
from ingest.reading import FileReader
from ingest.report import Report
from ingest.said import Said
from ingest.store import opened
from schema.limits import Limits
from tests.conftest import FORM
from tests.ingest.dump import dump
from tests.ingest.inline import Inline
from tests.ingest.test_importer import ONE, rows

CORRECTED = FORM.replace("≥12公里", "≥15公里").replace("产出指标\t质量指标\t验收合格率\t≥95%\n", "")
BESIDE = FORM.replace("项目名称", "项目名称 ")
"""Other bytes that say the same."""


def run(database: Path, *named: Path, said: Said | None = None) -> Report:
    with opened(database) as store:
        return Importer(store, Inline(FileReader(Limits())), ONE, Limits(), said or Said()).run(named)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "files").mkdir()
    return tmp_path / "files"


def write(folder: Path, name: str, text: str) -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def standing(database: Path) -> list[tuple[object, ...]]:
    return rows(database, "SELECT source, indicator_count FROM current_tables ORDER BY 1")


def said(database: Path) -> list[tuple[object, ...]]:
    return rows(
        database,
        "SELECT source, code, message_en FROM current_diagnostics WHERE code LIKE 'table-%' ORDER BY source, code",
    )


def test_equal_tables_are_counted_once_and_linked(folder: Path, tmp_path: Path) -> None:
    for name, text in (("b.txt", FORM), ("a.txt", BESIDE)):
        run(tmp_path / "demo.db", write(folder, name, text))
    assert standing(tmp_path / "demo.db") == [("a.txt", 5)]
    assert said(tmp_path / "demo.db") == [
        ("b.txt", "table-repeated", "table '修路' is the same as in file 'a.txt' and is counted once")
    ]


def test_a_correction_under_another_name_counts_and_what_differs_is_said(folder: Path, tmp_path: Path) -> None:
    run(tmp_path / "demo.db", write(folder, "b.txt", FORM))
    report = run(tmp_path / "demo.db", write(folder, "a.txt", CORRECTED))
    assert standing(tmp_path / "demo.db") == [("a.txt", 4)]
    assert (report.totals.tables, report.totals.indicators) == (1, 4)
    ((source, code, message),) = said(tmp_path / "demo.db")
    assert (source, code) == ("b.txt", "table-differs")
    assert "in file 'a.txt': 修路里程: ≥15公里 → ≥12公里; + 验收合格率; check" in str(message)


def test_the_later_publication_counts_whichever_arrives_first(folder: Path, tmp_path: Path) -> None:
    old, new = write(folder, "b.txt", FORM), write(folder, "a.txt", CORRECTED)
    dates = {old: Said(published="2024-01-31"), new: Said(published="2024-07-31")}
    for order in permutations([old, new]):
        database = tmp_path / f"{order[0].name}.db"
        for path in order:
            run(database, path, said=dates[path])
        assert standing(database) == [("a.txt", 4)]


def test_when_one_goes_the_other_counts_and_nothing_is_said_any_more(folder: Path, tmp_path: Path) -> None:
    old, new = write(folder, "b.txt", FORM), write(folder, "a.txt", CORRECTED)
    run(tmp_path / "demo.db", folder)
    assert standing(tmp_path / "demo.db") == [("b.txt", 5)]
    old.unlink()
    run(tmp_path / "demo.db", folder)
    assert standing(tmp_path / "demo.db") == [("a.txt", 4)]
    assert said(tmp_path / "demo.db") == []
    write(folder, "b.txt", FORM)
    new.unlink()
    run(tmp_path / "demo.db", folder)
    assert standing(tmp_path / "demo.db") == [("b.txt", 5)]


def test_reading_anew_is_no_arrival(folder: Path, tmp_path: Path) -> None:
    run(tmp_path / "demo.db", write(folder, "b.txt", FORM))
    run(tmp_path / "demo.db", write(folder, "a.txt", CORRECTED))
    run(tmp_path / "demo.db", folder, said=Said(region="某市"))
    assert standing(tmp_path / "demo.db") == [("a.txt", 4)]


def test_nothing_is_written_twice(folder: Path, tmp_path: Path) -> None:
    write(folder, "b.txt", FORM)
    write(folder, "a.txt", CORRECTED)
    run(tmp_path / "demo.db", folder)
    assert run(tmp_path / "demo.db", folder).rows_written == 0
    connection = sqlite3.connect(tmp_path / "demo.db")
    assert connection.execute("SELECT count(*) FROM diagnostics WHERE code = 'table-differs'").fetchone() == (1,)
    connection.close()


def test_forms_that_do_not_say_whose_they_are_all_count(folder: Path, tmp_path: Path) -> None:
    nameless = FORM.replace("主管部门\t交通局\t实施单位\t公路处\n", "")
    write(folder, "a.txt", nameless)
    write(folder, "b.txt", nameless.replace("≥12公里", "≥15公里"))
    run(tmp_path / "demo.db", folder)
    assert standing(tmp_path / "demo.db") == [("a.txt", 5), ("b.txt", 5)]
    assert said(tmp_path / "demo.db") == []


def test_what_is_said_of_a_table_does_not_depend_on_which_folder_was_named_first(tmp_path: Path) -> None:
    inner = tmp_path / "files" / "sub"
    inner.mkdir(parents=True)
    for name, text in (("a.txt", FORM), ("b.txt", CORRECTED), ("c.md", BESIDE)):
        write(inner, name, text)
    run(tmp_path / "pieces.db", inner)
    run(tmp_path / "pieces.db", tmp_path / "files")
    run(tmp_path / "whole.db", tmp_path / "files")
    assert "in file 'sub/a.txt'" in str(said(tmp_path / "pieces.db"))
    assert dump(tmp_path / "pieces.db") == dump(tmp_path / "whole.db")
