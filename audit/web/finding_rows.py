"""Findings as rows under columns, to be handed over as a file."""

from collections.abc import Iterable
from typing import Any

from audit.export.sheets import Column, Sheet, rows_of
from audit.findings import Finding
from audit.findings_file import state
from schema.diagnostic import Language

COLUMNS = (
    Column("rule", "规则", "rule", "text", 8),
    Column("severity", "轻重", "severity", "text", 8),
    Column("state", "处理情况", "state", "text", 10),
    Column("message", "疑点", "question", "long", 60),
    Column("project_name", "项目", "project", "long", 28),
    Column("department", "主管部门", "department", "text", 20),
    Column("agency", "预算单位", "agency", "text", 20),
    Column("fiscal_year", "年度", "year", "whole", 8),
    Column("level1", "一级指标", "level 1"),
    Column("level2", "二级指标", "level 2", "text", 18),
    Column("name", "指标", "indicator", "long", 30),
    Column("stated_value", "指标值（原文）", "value as written", "long", 20),
    Column("evidence", "依据", "evidence", "long", 40),
    Column("reason", "处理意见", "reason", "long", 30),
    Column("decided_by", "决定人", "decided by"),
    Column("source", "文件", "file", "text", 36),
    Column("place", "位置", "place", "text", 18),
    Column("row", "行", "row", "whole", 6),
    Column("key", "编号", "key", "text", 20),
)


def finding_sheet(findings: Iterable[Finding], language: Language) -> Sheet:
    """Findings with what was decided about them."""
    return Sheet(
        "findings", "疑点", "findings", COLUMNS, rows_of(COLUMNS, (_record(one, language) for one in findings))
    )


def _record(finding: Finding, language: Language) -> dict[str, Any]:
    decided = finding.exempted
    return {
        **finding.model_dump(),
        "state": state(finding),
        "message": finding.message(language),
        "evidence": "；".join(f"{name}：{value}" for name, value in finding.evidence.items()),
        "reason": decided.reason if decided else finding.accepted,
        "decided_by": decided.name if decided else None,
    }
