"""Findings as rows."""

from audit.findings import Exemption, Finding
from audit.web.finding_rows import COLUMNS, finding_sheet


def test_what_was_decided_stands_with_the_finding() -> None:
    decided = Exemption(finding_key="k", reason="已核实", name="王", at="2026-01-01")
    finding = Finding(key="k", rule="R26", severity="medium", table_key="t", source="a.txt", evidence={"cost": "5"},
                      message_zh="请核实", message_en="please check", exempted=decided)  # fmt: skip
    (row,) = finding_sheet([finding], "zh").rows
    said = dict(zip((column.name for column in COLUMNS), row, strict=True))
    assert (said["state"], said["reason"], said["decided_by"], said["evidence"]) == (
        "exempted",
        "已核实",
        "王",
        "cost：5",
    )
