"""Findings as CSV and as objects."""

import csv
from pathlib import Path

import pytest

from audit.findings import Exemption, Finding
from audit.findings_file import finding_object, state, write_csv
from ingest.exits import CommandError, Exit

FOUND = Finding(
    key="k", rule="R20", severity="high", table_key="t", source="a.txt", name="=HYPERLINK(1)", fiscal_year=2024, row=3,
    message_zh="请核实", message_en="Please", evidence={"budget": "50万元"},
)  # fmt: skip


def test_csv_opens_right_in_a_chinese_excel(tmp_path: Path) -> None:
    assert write_csv(tmp_path / "f.csv", [FOUND], "zh") == 1
    assert (tmp_path / "f.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    with (tmp_path / "f.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["规则"], row["三级指标"], row["年度"], row["依据"]) == ("R20", "'=HYPERLINK(1)", "2024", "预算：50万元")


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(CommandError) as caught:
        write_csv(tmp_path / "none" / "f.csv", [FOUND], "en")
    assert caught.value.code is Exit.STORAGE


def test_states() -> None:
    exempted = Exemption(finding_key="k", reason="r", name="n", at="2024")
    assert state(FOUND) == "open"
    assert state(FOUND.model_copy(update={"accepted": "x"})) == "accepted"
    assert state(FOUND.model_copy(update={"exempted": exempted})) == "exempted"
    assert (
        finding_object(FOUND.model_copy(update={"exempted": exempted.model_copy(update={"holds": False})}))["state"]
        == "outdated"
    )
