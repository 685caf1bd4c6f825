"""Findings as rows under columns: questions to ask, with their evidence and what people decided."""

from collections.abc import Iterable
from typing import Any

from audit.asking.records import Link
from audit.export.sheets import Column, Sheet, rows_of
from audit.findings import Finding, severity_name, state_name
from schema.diagnostic import Language

COLUMNS = (
    Column("rule", "规则", "rule", "text", 8),
    Column("severity", "级别", "severity", "text", 8, severity_name),
    Column("state", "状态", "state", "text", 10, state_name),
    Column("message", "疑点（请核实）", "question to ask", "long", 50),
    Column("fiscal_year", "年度", "year", "whole", 8),
    Column("department", "主管部门", "department", "text", 20),
    Column("agency", "预算单位", "agency", "text", 20),
    Column("project_name", "项目名称", "project", "long", 28),
    Column("level1", "一级指标", "level 1"),
    Column("level2", "二级指标", "level 2", "text", 18),
    Column("name", "三级指标", "indicator", "long", 28),
    Column("stated_value", "指标值（原文）", "value as written", "long", 20),
    Column("evidence", "依据", "evidence", "long", 36),
    Column("link", "原文件", "source", "link", 36),
    Column("source", "文件路径", "path", "text", 36),
    Column("place", "位置", "place", "text", 18),
    Column("row", "行", "row", "whole", 6),
    Column("column", "列", "column", "whole", 6),
    Column("reason", "豁免或受理意见", "reason", "long", 28),
    Column("decided_by", "决定人", "decided by"),
    Column("key", "编号", "key", "text", 18),
)


def finding_sheet(findings: Iterable[Finding], language: Language, link: Link | None = None) -> Sheet:
    """Findings as rows for people; `link` says where their sources are."""
    columns = tuple(column for column in COLUMNS if link is not None or column.name != "link")
    records = (_record(finding, language, link) for finding in findings)
    return Sheet("findings", "疑点", "findings", columns, rows_of(columns, records))


def _record(finding: Finding, language: Language, link: Link | None) -> dict[str, Any]:
    decided = finding.exempted
    return {
        **finding.plain(),
        "message": finding.message(language),
        "evidence": "；".join(f"{name}：{value}" for name, value in finding.told(language).items()),
        "link": link(finding.root, finding.source, finding.place) if link else None,
        "reason": decided.reason if decided else finding.accepted,
        "decided_by": decided.name if decided else None,
    }
