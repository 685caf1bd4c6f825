"""From models to rows: every field has its column, and back again."""

import zlib
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.rows import (
    INDICATOR_COLUMNS,
    TARGET_COLUMNS,
    DamagedError,
    diagnostic_row,
    document_blob,
    document_of,
    indicator_values,
    real,
    table_row,
    target_values,
    where,
)
from ingest.store import opened
from schema.catalogue import Code
from schema.diagnostic import Diagnostic
from schema.document import Cell, Document, Grid, Text
from schema.span import Box, Span
from schema.table import Budget, Indicator, PerformanceTable, Stated
from schema.target import Blank, Comparison, Deadline, Statement, Unparsed

TARGETS = (
    Comparison(text="≥3亿", comparator=">=", explicit=True, value="3", unit="亿", unit_inferred="元", low="300000000"),
    Deadline(text="2024年", not_after="2024-12-31", granularity="year"),
    Statement(text="是", truth=True, sense="boolean"),
    Blank(text="", reason="missing"),
    Unparsed(text="3-"),
)
INDICATOR = Indicator(name="规模", stated=Stated(value="≥3亿"), targets=TARGETS, actual_targets=TARGETS[:1])
TABLE = PerformanceTable(
    kind="project_target", layout="form", budget=Budget(total="231.5"), indicators=(INDICATOR,), project_name="债券"
)


def columns(tmp_path: Path, table: str) -> set[str]:
    with opened(tmp_path / "demo.db") as store:
        return {name for (name,) in store.connection.execute("SELECT name FROM pragma_table_info(?)", [table])}


def test_every_field_has_its_column_and_every_column_its_field(tmp_path: Path) -> None:
    own = {"table_id", "source_id", "indicator_id", "target_id", "diagnostic_id", "position"}
    assert columns(tmp_path, "tables") - own - {"stands"} == set(table_row(TABLE))
    assert columns(tmp_path, "indicators") - own == set(INDICATOR_COLUMNS)
    assert columns(tmp_path, "targets") - own == set(TARGET_COLUMNS) - own
    assert len(indicator_values(INDICATOR, ())) == len(INDICATOR_COLUMNS)
    odd = diagnostic_row(Diagnostic(code=Code.UNPARSED))
    assert columns(tmp_path, "diagnostics") - own == set(odd)


def test_exact_text_and_its_real_copy() -> None:
    rows = [dict(zip(TARGET_COLUMNS, values, strict=True)) for values in target_values(INDICATOR)]
    planned = [row for row in rows if row["role"] == "planned"]
    first = planned[0]
    assert (first["kind"], first["low"], first["low_real"]) == ("comparison", "300000000", 3e8)
    assert [row["position"] for row in planned] == [1, 2, 3, 4, 5]
    assert table_row(TABLE)["budget_total_real"] == 231.5


@given(st.fractions(), st.fractions())
def test_real_copies_keep_the_order(one: Fraction, other: Fraction) -> None:
    low, high = sorted([one, other])
    assert (real(str(low)) or 0) <= (real(str(high)) or 0)


def test_where_the_value_stands_goes_before_the_name() -> None:
    name, value = Span(place="table 1", row=2, column=3), Span(place="table 1", row=2, column=5)
    spans = {"level1": (Span(place="table 1", row=1),), "name": (name,), "value": (value,)}
    assert where(INDICATOR.model_copy(update={"spans": spans})) == value
    assert where(INDICATOR.model_copy(update={"spans": {"name": (name,), "value": ()}})) == name
    assert where(INDICATOR.model_copy(update={"spans": {"level1": (value,)}})) == value
    assert where(INDICATOR) is None


def test_a_document_comes_back_as_it_was() -> None:
    box = Box(page=1, x0=0.5, top=1, x1=2, bottom=3)
    document = Document(
        source="pdf",
        blocks=(
            Text(place="page 1", text="表", form_boundary=True),
            Grid(place="table 1", cells=(Cell(row=1, column=1, text="指标", box=box),)),
        ),
        diagnostics=(Diagnostic(code=Code.ENCODING_GUESSED, args={"encoding": "gb18030"}),),
    )
    assert document_of(document_blob(document)) == document
    assert zlib.decompress(document_blob(document)) == document.model_dump_json(exclude_none=True).encode()


def test_a_diagnostic_says_itself_in_both_languages() -> None:
    row = diagnostic_row(Diagnostic(code=Code.UNKNOWN_LEVEL, args={"level": "其他"}, span=Span(place="table 1", row=3)))
    assert (row["severity"], row["place"], row["row"], row["column"]) == ("warning", "table 1", 3, None)
    assert row["message_zh"] != row["message_en"]


@pytest.mark.parametrize("stored", [b"\x00", b"", zlib.compress(b"[]")])
def test_what_is_no_document_any_more_says_so(stored: bytes) -> None:
    with pytest.raises(DamagedError):
        document_of(stored)
