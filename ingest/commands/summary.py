"""What an import did, for a person at its end and as JSON."""

from collections.abc import Mapping, Sequence
from textwrap import shorten
from typing import Any

from ingest.commands.words import counted, tell_failure
from ingest.language import pick
from ingest.report import Change, Frequent, Report
from ingest.statuses import ADVICE
from ingest.terminal import Terminal
from schema.catalogue import Code
from schema.diagnostic import Language
from schema.source import Conservation, Status

CHANGES = {
    Change.NEW: ("新增", "new"),
    Change.CHANGED: ("变化", "changed"),
    Change.REREAD: ("重新解析", "read again"),
    Change.UNCHANGED: ("未变", "unchanged"),
    Change.GONE: ("已删除", "gone"),
    Change.WAITING: ("待重新读取原文件", "waiting for their files"),
}
IGNORED = {
    "hidden": ("隐藏文件", "hidden"),
    "partial": ("未下载完的文件", "partial downloads"),
    "backup": ("编辑器备份", "backups of editors"),
    "office_lock": ("Office 临时文件", "Office lock files"),
    "database": ("数据库文件", "files of databases"),
    "own_output": ("jixiao 写出的文件", "files that jixiao wrote"),
    "manifest": ("清单", "manifests"),
    "linked_folder": ("链接的文件夹", "linked folders"),
}


_MOST, _LONGEST = 5, 100
_ALWAYS_TOLD = frozenset({Code.MONEY_UNIT_ASSUMED})
"""What changes amounts by a factor, should the assumption be wrong, is told however mild it is."""


def tell_report(report: Report, terminal: Terminal) -> None:
    """The end of an import: files, what failed and why, what the database holds, every cell accounted for."""
    for failure in report.failures:
        tell_failure(failure, terminal)
    for remark in report.remarks:
        terminal.tell(zh=remark.zh, en=remark.en)
    for folder in report.hollow:
        terminal.tell(
            zh=f"{folder}：文件夹中没有文件；请检查路径", en=f"{folder}: no files in this folder; check the path"
        )
    if terminal.debug:
        for path, defect in report.defects:
            terminal.tell(zh=f"{path}：\n{defect}", en=f"{path}:\n{defect}")
    _tell_counts(report, terminal)
    totals = report.totals
    terminal.tell(
        zh=f"数据库：文件 {totals.sources}，绩效表 {totals.tables}，指标 {totals.indicators}，"
        f"目标值 {totals.targets}，其中未能识别 {totals.unparsed}",
        en=f"Database: {counted(totals.sources, 'file')}, {counted(totals.tables, 'table')},"
        f" {counted(totals.indicators, 'indicator')}, {counted(totals.targets, 'target')},"
        f" of them {totals.unparsed:,} not understood",
    )
    _tell_cells(totals.cells, terminal)
    _tell_frequent(report.diagnostics, terminal)


def _tell_frequent(odd: Sequence[Frequent], terminal: Terminal) -> None:
    """What is to be checked most often, with an example; one that is only for information is told by its page."""
    open_ = (one for one in odd if one.severity != "info" or one.code in _ALWAYS_TOLD)
    telling = [one for one in open_ if one.code != Code.NOT_READ][:_MOST]  # each file not read has its own line
    if not telling:
        return
    terminal.tell(
        zh="最常需要核对（逐条见 jixiao failures --warnings）：",
        en="Most often to be checked (each one: jixiao failures --warnings):",
    )
    for one in telling:
        zh, en = (shorten(said, _LONGEST, placeholder="…") for said in (one.zh, one.en))
        terminal.tell(zh=f"  {one.count:,} 处 {one.code}，如：{zh}", en=f"  {one.count:,} × {one.code}, such as: {en}")


def tell_changes(report: Report, terminal: Terminal) -> None:
    """What an import that wrote nothing would have changed, file by file."""
    for path, change in report.changed:
        zh, en = CHANGES[change]
        terminal.tell(zh=f"{zh}：{path}", en=f"{en}: {path}")
    terminal.tell(zh="以上只是预演，没有写入", en="This was a rehearsal; nothing was written")


def _tell_counts(report: Report, terminal: Terminal) -> None:
    files = sum(report.changes.values())
    changes = _counted({CHANGES[change]: count for change, count in report.changes.items()}, terminal)
    statuses = terminal.pick(
        zh="；".join(f"{ADVICE[status].zh}（{status.value}）{count}" for status, count in report.statuses.items()),
        en=", ".join(f"{status.value} {count}" for status, count in report.statuses.items()),
    )
    terminal.tell(
        zh=f"文件 {files}：{changes or '无'}", en=f"{counted(files, 'file').capitalize()}: {changes or 'none'}"
    )
    if statuses:
        terminal.tell(zh=f"状态：{statuses}", en=f"Status: {statuses}")
    if twins := report.statuses[Status.DUPLICATE]:
        terminal.tell(
            zh=f"内容相同的文件 {twins}：各与哪个文件相同，见 jixiao failures --status duplicate",
            en=f"Equal files {twins}: jixiao failures --status duplicate names the one that each is equal to",
        )
    if report.ignored:
        ignored = _counted({IGNORED[why]: count for why, count in report.ignored.items()}, terminal)
        terminal.tell(zh=f"按名称略过：{ignored}", en=f"Passed over by name: {ignored}")


def _tell_cells(cells: Conservation, terminal: Terminal) -> None:
    ignored = sum(cells.ignored.values())
    verdict_zh = "全部有着落" if cells.holds else "对不上，请反馈"
    verdict_en = "every one accounted for" if cells.holds else "this does not add up, please report it"
    terminal.tell(
        zh=f"单元格 {cells.stated} = 采用 {cells.used} + 忽略 {ignored} + 报告 {cells.reported}（{verdict_zh}）",
        en=f"Cells {cells.stated} = used {cells.used} + ignored {ignored} + reported {cells.reported} ({verdict_en})",
    )


def _counted(counts: Mapping[tuple[str, str], int], terminal: Terminal) -> str:
    return terminal.pick(
        zh="，".join(f"{zh} {count}" for (zh, _), count in counts.items()),
        en=", ".join(f"{en} {count}" for (_, en), count in counts.items()),
    )


def report_object(report: Report, language: Language) -> dict[str, Any]:
    """The report of an import as JSON."""
    totals = report.totals
    return {
        "format_version": 1,
        "files": {
            "changes": {change.value: count for change, count in report.changes.items()},
            "statuses": {status.value: count for status, count in report.statuses.items()},
            "ignored": dict(report.ignored),
            "changed": [{"path": path, "change": change.value} for path, change in report.changed],
        },
        "failures": [
            {"path": f.path, "status": f.status.value, "message": pick(language, zh=f.zh, en=f.en)}
            for f in report.failures
        ],
        "remarks": [pick(language, zh=remark.zh, en=remark.en) for remark in report.remarks],
        "rows_written": report.rows_written,
        "database": {
            "files": totals.sources,
            "tables": totals.tables,
            "indicators": totals.indicators,
            "targets": totals.targets,
            "unparsed": totals.unparsed,
            "cells": totals.cells.model_dump(mode="json"),
        },
        "diagnostics": [{"code": odd.code, "severity": odd.severity, "count": odd.count} for odd in report.diagnostics],
        "limits": report.limits.model_dump(),
        "seconds": round(report.seconds, 3),
    }
