"""What a database holds, sheet by sheet: findings, indicators, tables, files, diagnostics."""

import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any

from audit.asking.find import Question, hits
from audit.asking.records import Link, hit_sheet
from audit.export.findings import finding_sheet
from audit.export.sheets import Column, Sheet, rows_of
from audit.export.words import diagnostic_name, kind_name
from audit.findings import Finding
from ingest.language import pick
from ingest.statuses import ADVICE
from schema.diagnostic import Language
from schema.source import Status

_TABLES = (
    Column("project_name", "项目名称", "project", "long", 30),
    Column("project_code", "项目代码", "project code", "text", 24),
    Column("department", "主管部门", "department", "text", 20),
    Column("agency", "预算单位", "agency", "text", 20),
    Column("agency_code", "单位代码", "agency code"),
    Column("region", "地区", "region"),
    Column("fiscal_year", "年度", "year", "whole", 8),
    Column("kind", "表的种类", "kind", "text", 16, kind_name),
    Column("budget_total", "资金总额（元）", "budget (yuan)", "exact", 18),
    Column("budget_fiscal", "财政资金（元）", "fiscal (yuan)", "exact", 18),
    Column("budget_other", "其他资金（元）", "other (yuan)", "exact", 18),
    Column("indicator_count", "指标数", "indicators", "whole", 8),
    Column("unparsed_count", "未能识别", "not understood", "whole", 8),
    Column("goal", "绩效目标", "goal", "long", 40),
    Column("title", "标题", "title", "long", 30),
    Column("link", "原文件", "source", "link", 36),
    Column("source", "文件路径", "path", "text", 36),
    Column("coverage", "覆盖率", "coverage", "real", 8),
    Column("key", "表的键", "table key", "text", 18),
)
_SOURCES = (
    Column("link", "原文件", "source", "link", 40),
    Column("path", "文件路径", "path", "text", 40),
    Column("meaning", "状态", "status", "text", 24),
    Column("status", "状态代码", "status code", "text", 20),
    Column("format", "格式", "format", "text", 10),
    Column("size", "字节数", "bytes", "whole", 12),
    Column("tables", "绩效表", "tables", "whole", 8),
    Column("url", "来源网址", "published at", "link", 30),
    Column("published", "发布日期", "published on"),
    Column("sha256", "SHA-256", "SHA-256", "text", 30),
)
_DIAGNOSTICS = (
    Column("severity", "级别", "severity", "text", 10, diagnostic_name),
    Column("code", "代码", "code", "text", 20),
    Column("message", "说明", "message", "long", 60),
    Column("link", "原文件", "source", "link", 36),
    Column("source", "文件路径", "path", "text", 36),
    Column("place", "位置", "place", "text", 18),
    Column("row", "行", "row", "whole", 6),
    Column("column", "列", "column", "whole", 6),
)
_OF = """FROM standing_tables AS n JOIN sources AS s USING (source_id) JOIN roots AS r USING (root_id)
  JOIN tables AS t USING (table_id)"""
_QUERIES = {
    "tables": f"SELECT r.location AS root, s.path AS source, t.* {_OF} ORDER BY t.table_id",
    "sources": """SELECT s.root, s.path, s.status, s.format, s.size, s.stated_url AS url,
      s.stated_published AS published, s.sha256,
      (SELECT count(*) FROM standing_tables AS n WHERE n.source_id = s.source_id) AS tables
      FROM current_sources AS s ORDER BY s.root, s.path""",
    "diagnostics": """SELECT s.root, s.path AS source, d.severity, d.code, d.message_zh, d.message_en, d.place, d.row,
      d."column" FROM current_sources AS s JOIN diagnostics AS d ON d.source_id IN (s.source_id, s.rows_from)
      ORDER BY s.root, s.path, d.position""",
}


def holdings(
    connection: sqlite3.Connection, findings: Iterable[Finding] | None, language: Language, link: Link
) -> list[Sheet]:
    """The sheets of a workbook, findings first where there are any; each is read as it is written."""
    made = [
        hit_sheet(hits(connection, Question()), language, link),
        _sheet(connection, "tables", ("绩效表", "tables"), _TABLES, language, link),
        _sheet(connection, "sources", ("文件", "files"), _SOURCES, language, link),
        _sheet(connection, "diagnostics", ("提示", "diagnostics"), _DIAGNOSTICS, language, link),
    ]
    return made if findings is None else [finding_sheet(findings, language, link), *made]


def _sheet(
    connection: sqlite3.Connection,
    name: str,
    titles: tuple[str, str],
    columns: tuple[Column, ...],
    language: Language,
    link: Link,
) -> Sheet:
    def records() -> Iterator[dict[str, Any]]:
        for row in connection.execute(_QUERIES[name]):
            plain = dict(row)
            path = plain.get("source") or plain["path"]
            yield {**plain, "link": link(plain["root"], path, plain.get("place")), **_said(plain, language)}

    return Sheet(name, *titles, columns, rows_of(columns, records()))


def _said(plain: dict[str, Any], language: Language) -> dict[str, str]:
    if "message_zh" in plain:
        return {"message": pick(language, zh=plain["message_zh"], en=plain["message_en"])}
    return {"meaning": ADVICE[Status(plain["status"])].meaning(language)} if "status" in plain else {}
