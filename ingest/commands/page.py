"""The report of an import as one page of HTML that needs nothing else."""

from collections.abc import Iterable
from html import escape
from importlib.metadata import version
from pathlib import Path
from string import Template

from ingest.commands.summary import CHANGES, IGNORED
from ingest.failure import Failure
from ingest.language import pick
from ingest.report import Report
from ingest.statuses import ADVICE
from ingest.terminal import harmless
from schema.diagnostic import Language
from schema.limits import MIB

_PAGE = Path(__file__).with_name("page.html")
_MOST = 20
_BYTES = {"file_bytes", "inflated_bytes", "part_bytes", "inflation_ratio_from_bytes", "worker_bytes", "answer_bytes"}


def page_of(report: Report, language: Language) -> str:
    """The page; what a document says is only ever text in it."""

    def said(zh: str, en: str) -> str:
        return _both(zh, en, language)

    totals, cells = report.totals, report.totals.cells
    accounted = cells.used + sum(cells.ignored.values())
    figures = [
        (totals.sources, "文件", "files"),
        (totals.tables, "绩效表", "tables"),
        (totals.indicators, "指标", "indicators"),
        (totals.targets, "目标值", "targets"),
        (totals.unparsed, "未能识别", "not understood"),
    ]
    return Template(_PAGE.read_text(encoding="utf-8")).substitute(
        lang=pick(language, zh="zh-CN", en="en"),
        title=pick(language, zh="导入报告", en="Import report"),
        when=f"{report.began.astimezone():%Y-%m-%d %H:%M} · {report.seconds:.1f} s · jixiao {version('jixiao')}",
        figures="".join(f"<li><b>{number:,}</b><span>{said(zh, en)}</span></li>" for number, zh, en in figures),
        changes=_counts((CHANGES[change], count) for change, count in report.changes.items()),
        statuses=_counts(((ADVICE[status].zh, ADVICE[status].en), n) for status, n in report.statuses.most_common()),
        ignored=_counts((IGNORED[why], count) for why, count in report.ignored.items()) or said("无", "none"),
        remarks="".join(f"<p>{said(harmless(remark.zh), harmless(remark.en))}</p>" for remark in report.remarks),
        failed=f"{len(report.failures):,}",
        failures="".join(_failure(failure, language) for failure in report.failures)
        or _none(said("没有失败的文件", "no file failed")),
        conservation=(
            f"{cells.stated:,} = {said('采用', 'used')} {cells.used:,}"
            f" + {said('忽略', 'ignored')} {sum(cells.ignored.values()):,}"
            f" + {said('报告', 'reported')} {cells.reported:,}"
        ),
        verdict=said("全部有着落", "every one accounted for")
        if cells.holds
        else said("对不上", "this does not add up"),
        coverage=f"{accounted / cells.stated:.2%}" if cells.stated else "—",
        share=f"{100 * accounted / cells.stated:.2f}" if cells.stated else "0",
        diagnostics="".join(
            f"<tr><td class=n>{odd.count:,}</td><td class={odd.severity}>{odd.severity}<br><code>{odd.code}</code></td>"
            f"<td>{said(harmless(odd.zh), harmless(odd.en))}</td></tr>"
            for odd in report.diagnostics[:_MOST]
        )
        or _none(said("没有", "none")),
        limits="".join(
            f"<tr><td><code>{name}</code></td><td class=n>{_limit(name, value)}</td></tr>"
            for name, value in report.limits
        ),
        **_words(language),
    )


def _words(language: Language) -> dict[str, str]:
    words = {
        "w_run": ("本次", "This run"),
        "w_changes": ("变化", "Changes"),
        "w_statuses": ("状态", "Status"),
        "w_ignored": ("按名称略过", "Passed over by name"),
        "w_failures": ("未导入的文件", "Files that were not imported"),
        "w_file": ("文件", "File"),
        "w_why": ("原因", "Why"),
        "w_next": ("下一步", "What to do"),
        "w_cells": ("单元格", "Cells"),
        "w_coverage": ("覆盖率", "Coverage"),
        "w_diagnostics": ("最常见的提示", "Most frequent diagnostics"),
        "w_limits": ("读取上限", "Limits"),
        "w_database": ("数据库现有", "The database holds"),
    }
    return {name: _both(zh, en, language) for name, (zh, en) in words.items()}


def _both(zh: str, en: str, language: Language) -> str:
    """One language large, the other beside it."""
    first, second = (zh, en) if language == "zh" else (en, zh)
    tags = ("zh-CN", "en") if language == "zh" else ("en", "zh-CN")
    return f"<span lang={tags[0]}>{escape(first)}</span> <small lang={tags[1]}>{escape(second)}</small>"


def _failure(failure: Failure, language: Language) -> str:
    advice = ADVICE[failure.status]
    why = _both(harmless(failure.zh or advice.zh), harmless(failure.en or advice.en), language)
    step = _both(advice.next_zh, advice.next_en, language)
    return (
        f"<tr><td class=path>{escape(harmless(failure.path))}<br><code>{failure.status.value}</code></td>"
        f"<td>{why}</td><td>{step}</td></tr>"
    )


def _counts(counts: Iterable[tuple[tuple[str, str], int]]) -> str:
    return "".join(
        f"<li><b>{count:,}</b><span>{escape(zh)} <small lang=en>{escape(en)}</small></span></li>"
        for (zh, en), count in counts
    )


def _none(text: str) -> str:
    return f"<tr><td colspan=4 class=none>{text}</td></tr>"


def _limit(name: str, value: int) -> str:
    return f"{value / MIB:g} MiB" if name in _BYTES and value >= MIB else f"{value:,}"
