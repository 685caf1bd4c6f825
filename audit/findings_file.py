"""Findings for other programs: plain objects, and CSV that opens right in a Chinese Excel."""

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from audit.findings import Finding
from ingest.exits import CommandError, Exit
from ingest.language import pick
from schema.diagnostic import Language

_COLUMNS = (
    ("rule", "规则", "rule"),
    ("severity", "级别", "severity"),
    ("state", "状态", "state"),
    ("fiscal_year", "年度", "year"),
    ("department", "主管部门", "department"),
    ("agency", "预算单位", "agency"),
    ("project_name", "项目名称", "project"),
    ("level1", "一级指标", "level 1"),
    ("level2", "二级指标", "level 2"),
    ("name", "三级指标", "indicator"),
    ("stated_value", "指标值", "value"),
    ("message", "疑点", "question"),
    ("evidence", "依据", "evidence"),
    ("source", "文件", "file"),
    ("place", "位置", "place"),
    ("row", "行", "row"),
    ("column", "列", "column"),
    ("reason", "豁免或受理意见", "reason"),
    ("decided_by", "决定人", "decided by"),
    ("key", "编号", "key"),
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def finding_object(finding: Finding) -> dict[str, Any]:
    """A finding as plain values, with its state."""
    return {**finding.model_dump(mode="json"), "state": state(finding)}


def state(finding: Finding) -> str:
    """open, exempted, accepted, or outdated: exempted for evidence that has changed."""
    if finding.exempted is not None:
        return "exempted" if finding.exempted.holds else "outdated"
    return "open" if finding.accepted is None else "accepted"


def write_csv(path: Path, findings: Iterable[Finding], language: Language) -> int:
    """Write findings with a header in a language, a mark for Excel in front; how many. Raises `CommandError`."""
    count = 0
    part = path.with_name(path.name + ".part")
    try:
        with part.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            writer.writerow([pick(language, zh=zh, en=en) for _name, zh, en in _COLUMNS])
            for finding in findings:
                plain = _plain(finding, language)
                writer.writerow([guarded(plain[name]) for name, _zh, _en in _COLUMNS])
                count += 1
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise CommandError(
            Exit.STORAGE,
            zh=f"无法写入 {path}（{error.strerror or error}）；请检查空间和权限",
            en=f"{path} cannot be written ({error.strerror or error}); check space and permissions",
        ) from error
    return count


def guarded(value: object) -> object:
    """A cell that no spreadsheet takes for a formula; numbers stay numbers.

    >>> guarded("=1+1"), guarded("≥90%"), guarded(2024), guarded(None)
    ("'=1+1", '≥90%', 2024, '')
    """
    if value is None:
        return ""
    return "'" + value if isinstance(value, str) and value.startswith(_FORMULA) else value


def _plain(finding: Finding, language: Language) -> dict[str, Any]:
    decided = finding.exempted
    return {
        **finding.model_dump(),
        "state": state(finding),
        "message": finding.message(language),
        "evidence": "；".join(f"{name}：{value}" for name, value in finding.told(language).items()),
        "reason": decided.reason if decided else finding.accepted,
        "decided_by": decided.name if decided else None,
    }
