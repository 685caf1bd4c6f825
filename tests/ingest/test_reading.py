"""One way from a file to what it says, and no way out of it by an exception."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.reading import FileReader, read_source
from ingest.said import Said
from schema.catalogue import Code
from schema.limits import Limits
from schema.source import Status

FORM = """项目名称\t修路
主管部门\t交通局
一级指标\t二级指标\t三级指标\t指标值
产出指标\t数量指标\t修路里程\t≥12公里
产出指标\t质量指标\t验收合格率\t≥95%
满意度指标\t服务对象满意度指标\t群众满意度\t≥90%
"""


@pytest.mark.parametrize(
    ("content", "status"),
    [
        (b"", Status.CORRUPT),
        (b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj", Status.TRUNCATED),
        ("今天天气很好。\n".encode(), Status.NO_TABLES),
    ],
    ids=["empty", "pdf-named-txt", "prose"],
)
def test_bad_input_ends_in_a_status(content: bytes, status: Status) -> None:
    assert read_source(content, "a.txt", Limits()).status is status


def test_a_file_and_its_bytes_give_the_same(tmp_path: Path) -> None:
    (tmp_path / "2024.txt").write_text(FORM, encoding="utf-8")
    from_file = read_source(tmp_path / "2024.txt", "2024.txt", Limits())
    assert from_file == read_source(FORM.encode(), "2024.txt", Limits())
    assert from_file.status.well
    (table,) = from_file.reading.tables
    assert [len(indicator.targets) for indicator in table.indicators] == [1, 1, 1]


def test_a_stored_document_gives_the_same_as_its_file() -> None:
    first = read_source(FORM.encode(), "a.txt", Limits())
    assert first.document is not None
    assert FileReader(Limits()).reread(first.document, first.reading.source, Said()) == first


def test_what_the_importer_states_fills_what_the_file_leaves_open() -> None:
    outcome = read_source(FORM.encode(), "a.txt", Limits(), Said(fiscal_year=2023, region="某市"))
    assert [(table.fiscal_year, table.region) for table in outcome.reading.tables] == [(2023, "某市")]


def test_no_file_at_all(tmp_path: Path) -> None:
    outcome = read_source(tmp_path / "nowhere.txt", "nowhere.txt", Limits())
    assert (outcome.status, outcome.sha256) == (Status.UNREADABLE, None)


def test_a_defect_of_our_own_costs_its_file_only(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("oops")

    monkeypatch.setattr("ingest.reading.interpret", broken)
    outcome = read_source(FORM.encode(), "a.txt", Limits())
    assert outcome.status is Status.PARSER_CRASH
    assert outcome.reading.diagnostics[0].code is Code.OWN_DEFECT
    assert "oops" in (outcome.defect or "")


def test_too_little_memory_is_the_fault_of_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    def greedy(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr("ingest.reading.interpret", greedy)
    assert read_source(FORM.encode(), "a.txt", Limits()).status is Status.OUT_OF_MEMORY


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=50)
@given(st.binary(max_size=300) | st.text(alphabet="产出指标数量\t\n|≥90%项目名称<p>", max_size=300).map(str.encode))
def test_any_bytes_end_in_a_status_and_every_cell_is_accounted_for(content: bytes) -> None:
    outcome = read_source(content, "a.txt", Limits())
    assert outcome.status is not Status.PARSER_CRASH, outcome.defect
    assert outcome.reading.cells.holds
