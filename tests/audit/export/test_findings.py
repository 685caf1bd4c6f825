"""Findings as rows, and as CSV."""

import csv
from pathlib import Path
from typing import Any

import pytest

from audit.export.findings import finding_sheet
from audit.export.separated import write_csv
from audit.findings import Exemption, Finding
from ingest.exits import CommandError, Exit
from schema.diagnostic import Language

FOUND = Finding(
    key="k", rule="R20", severity="high", table_key="t", source="a.txt", name="=HYPERLINK(1)", fiscal_year=2024, row=3,
    message_zh="请核实", message_en="Please", evidence={"budget": "50万元"},
)  # fmt: skip


def said(finding: Finding, language: Language) -> dict[str, Any]:
    sheet = finding_sheet([finding], language)
    (row,) = sheet.rows
    return dict(zip((column.name for column in sheet.columns), row, strict=True))


def test_what_was_decided_stands_with_the_finding() -> None:
    decided = Exemption(finding_key="k", reason="已核实", name="王", at="2026-01-01")
    row = said(FOUND.model_copy(update={"exempted": decided}), "zh")
    assert (row["state"], row["reason"], row["decided_by"]) == ("exempted", "已核实", "王")
    assert said(FOUND.model_copy(update={"accepted": "去函"}), "zh")["reason"] == "去函"


def test_evidence_is_told_in_the_words_of_a_person() -> None:
    assert (said(FOUND, "zh")["evidence"], said(FOUND, "en")["evidence"]) == ("预算：50万元", "budget：50万元")


def test_a_source_is_linked_where_somebody_says_where_it_is() -> None:
    sheet = finding_sheet([FOUND], "zh", lambda *where: "/".join(map(str, where)))
    (row,) = sheet.rows
    assert dict(zip((column.name for column in sheet.columns), row, strict=True))["link"] == "/a.txt/None"
    assert "link" not in said(FOUND, "zh")


def test_csv_opens_right_in_a_chinese_excel(tmp_path: Path) -> None:
    assert write_csv(tmp_path / "f.csv", finding_sheet([FOUND], "zh"), "zh") == 1
    assert (tmp_path / "f.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    with (tmp_path / "f.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["规则"], row["三级指标"], row["年度"], row["依据"]) == ("R20", "'=HYPERLINK(1)", "2024", "预算：50万元")


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(CommandError) as caught:
        write_csv(tmp_path / "none" / "f.csv", finding_sheet([FOUND], "en"), "en")
    assert caught.value.code is Exit.STORAGE
