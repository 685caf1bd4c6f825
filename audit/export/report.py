"""A report as one page of HTML that needs nothing else: in sum, by department, finding by finding; good to print."""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from html import escape
from importlib.metadata import version
from pathlib import Path
from string import Template
from typing import Any

from audit.asking.records import Link
from audit.findings import SEVERITIES, Finding, Rule, severity_name
from audit.history import last_import, looked_back
from audit.standing import holding
from ingest.language import pick
from ingest.terminal import harmless
from ingest.written import written
from schema.diagnostic import Language

MOST = 3000
"""Findings that a page holds; of more it says how many it leaves out."""

_PAGE = Path(__file__).with_name("report.html")
_DEPARTMENTS = """SELECT coalesce(t.department, t.agency, '') AS department, count(*) AS tables,
  sum(t.indicator_count) AS indicators, sum(t.budget_total_real) AS budget
  FROM standing_tables JOIN tables AS t USING (table_id) GROUP BY 1 ORDER BY budget DESC, indicators DESC, 1"""
_SPREAD = """SELECT sum(bound < 80), sum(bound >= 80 AND bound < 85), sum(bound >= 85 AND bound < 90),
  sum(bound >= 90 AND bound < 95), sum(bound >= 95 AND bound < 100), sum(bound >= 100)
  FROM (SELECT coalesce(g.low_real, g.high_real) AS bound
    FROM standing_tables JOIN indicators AS i USING (table_id) JOIN targets AS g USING (indicator_id)
    WHERE i.level1 = '满意度指标' AND g.role = 'planned' AND coalesce(g.unit_canonical, g.unit_inferred) = '%')"""
_BANDS = ("< 80 %", "80 – 85 %", "85 – 90 %", "90 – 95 %", "95 – 100 %", "≥ 100 %")


@dataclass(frozen=True, slots=True)
class Checked:
    """What checking found: the rules, the findings with the gravest first, and whether data came in since."""

    rules: Sequence[Rule]
    findings: Iterable[Finding]
    stale: bool


@dataclass(slots=True)
class _Counted:
    """The findings that are shown, and the numbers of all of them."""

    shown: list[Finding] = field(default_factory=list)
    count: int = 0
    by_rule: Counter[str] = field(default_factory=Counter)
    by_department: Counter[tuple[str, str]] = field(default_factory=Counter)

    @classmethod
    def of(cls, findings: Iterable[Finding]) -> "_Counted":
        counted = cls()
        for finding in findings:
            counted.count += 1
            counted.by_rule[finding.rule] += 1
            counted.by_department[_department(finding), finding.severity] += 1
            if counted.count <= MOST:
                counted.shown.append(finding)
        return counted


def _department(finding: Finding) -> str:
    return finding.department or finding.agency or ""


def report(
    connection: sqlite3.Connection, name: str, checked: Checked | None, language: Language, link: Link
) -> tuple[str, int]:
    """The page, and how many findings there are; what a document says is only ever text in it."""

    def said(zh: str, en: str) -> str:
        return escape(pick(language, zh=zh, en=en))

    then = looked_back(connection)
    held = holding(connection, then)
    counted = _Counted.of(() if checked is None else checked.findings)
    figures = [
        (sum(held.statuses.values()), "文件", "files"), (held.tables, "绩效表", "tables"),
        (held.indicators, "指标", "indicators"), (held.targets, "目标值", "targets"),
        (held.unparsed, "未能识别", "not understood"),
    ]  # fmt: skip
    if checked is not None:
        figures.append((counted.count, "疑点", "findings"))
    made = f"{datetime.now().astimezone():%Y-%m-%d %H:%M}"
    page = Template(_PAGE.read_text(encoding="utf-8")).substitute(
        lang=pick(language, zh="zh-CN", en="en"),
        title=said("绩效指标审核报告", "Report on performance indicators"),
        when=f"{_text(name)} · {said('第', 'import ')}{last_import(connection)}{said(' 次导入', '')} · {made}"
        f" · jixiao {version('jixiao')}",
        notice=_of_then(then, language) if then is not None else _notice(checked, counted, language),
        figures="".join(f"<li><b>{number:,}</b>{said(zh, en)}</li>" for number, zh, en in figures),
        rules_title=said("各规则的疑点", "Findings by rule"),
        rules=_rules(checked, counted, language),
        spread_title=said("满意度目标的分布", "How satisfaction targets spread"),
        spread=_spread(connection, language),
        departments_title=said("各部门", "Departments"),
        departments=_departments(connection, counted, language),
        findings_title=said("疑点清单", "Findings"),
        findings=_findings(counted.shown, language, link) or f'<p class="quiet">{said("没有", "None")}</p>',
    )
    return page, counted.count


def _text(text: object) -> str:
    return "" if text is None else escape(harmless(str(text)))


def _of_then(then: int, language: Language) -> str:
    zh = f"本页是第 {then} 次导入后的内容，不含疑点；疑点只就现有内容提出。"
    en = f"This page is as import {then} left it, without findings: they are asked of what is held now."
    return escape(pick(language, zh=zh, en=en))


def _notice(checked: Checked | None, counted: _Counted, language: Language) -> str:
    def said(zh: str, en: str) -> str:
        return escape(pick(language, zh=zh, en=en))

    if checked is None:
        return said("尚未审核；请先运行 jixiao audit。", "Nothing was checked yet; run jixiao audit first.")
    parts = [said("疑点是请核实的问题，不是结论。", "A finding is a question to ask, not a verdict.")]
    if checked.stale:
        parts.append(said("审核之后又有导入；请重新运行 jixiao audit。", "Data came in since; run jixiao audit again."))
    if (left := counted.count - len(counted.shown)) > 0:
        shown = len(counted.shown)
        parts.append(
            said(f"本页列出前 {shown:,} 条，另有 {left:,} 条未列出；可用 --xlsx 导出全部。",
                 f"This page lists the first {shown:,}; {left:,} more are left out, --xlsx holds all.")
        )  # fmt: skip
    return " ".join(parts)


def _rules(checked: Checked | None, counted: _Counted, language: Language) -> str:
    if checked is None:
        return ""
    counts = counted.by_rule
    most = max(counts.values(), default=1)
    rows = (
        f'<tr><td><span class="tag {rule.severity}">{escape(severity_name(rule.severity, language))}</span></td>'
        f"<td>{_text(rule.code)} {_text(rule.title(language))}</td>{_bar(counts[rule.code], most)}</tr>"
        for rule in sorted(checked.rules, key=lambda r: (SEVERITIES.index(r.severity), -counts[r.code], r.code))
        if counts[rule.code]
    )
    return f"<table>{''.join(rows)}</table>"


def _bar(count: int, most: int) -> str:
    bar = f'<i style="width:{100 * count / most:.1f}%"></i>' if count else ""
    return f'<td class="bar">{bar}</td><td class="n">{count:,}</td>'


def _spread(connection: sqlite3.Connection, language: Language) -> str:
    counts = [number or 0 for number in connection.execute(_SPREAD).fetchone()]
    if not any(counts):
        return f'<p class="quiet">{escape(pick(language, zh="没有", en="None"))}</p>'
    pairs = zip(_BANDS, counts, strict=True)
    return f"<table>{''.join(f'<tr><td>{_text(band)}</td>{_bar(n, max(counts))}</tr>' for band, n in pairs)}</table>"


def _departments(connection: sqlite3.Connection, counted: _Counted, language: Language) -> str:
    heads = [
        ("部门", "department"), ("绩效表", "tables"), ("指标", "indicators"), ("资金（万元）", "budget (10,000 yuan)"),
    ]  # fmt: skip
    titles = [pick(language, zh=zh, en=en) for zh, en in heads]
    titles += [severity_name(severity, language) for severity in SEVERITIES]
    header = "".join(f"<th{'' if n == 0 else ' class=n'}>{escape(title)}</th>" for n, title in enumerate(titles))
    with_findings = {_department(finding) for finding in counted.shown}
    rows = []
    for name, tables, indicators, budget in map(tuple, connection.execute(_DEPARTMENTS)):
        shown = _text(name) or escape(pick(language, zh="（未写）", en="(not said)"))
        linked = f'<a href="#{_anchor(name)}">{shown}</a>' if name in with_findings else shown
        money = "" if budget is None else f"{budget / 10_000:,.2f}".rstrip("0").rstrip(".")
        asked = [_some(counted.by_department[name, severity]) for severity in SEVERITIES]
        cells = "".join(f"<td class=n>{cell}</td>" for cell in (f"{tables:,}", f"{indicators:,}", money, *asked))
        rows.append(f"<tr><td>{linked}</td>{cells}</tr>")
    return f"<table><thead><tr>{header}</tr></thead>{''.join(rows)}</table>"


def _some(number: int) -> str:
    return f"{number:,}" if number else ""


def _anchor(department: str) -> str:
    return "d-" + department.encode("utf-8", "replace").hex()


def _findings(findings: Sequence[Finding], language: Language, link: Link) -> str:
    by_department: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_department[_department(finding)].append(finding)
    parts = []
    for name, those in sorted(by_department.items()):
        shown = _text(name) or escape(pick(language, zh="（未写部门）", en="(no department)"))
        ordered = sorted(those, key=lambda f: (SEVERITIES.index(f.severity), f.rule, f.project_name or ""))
        rows = "".join(_row(finding, language, link) for finding in ordered)
        parts.append(
            f'<h3 id="{_anchor(name)}">{shown} <small>{len(those):,}</small></h3>'
            f'<div class="scroll"><table><tbody>{rows}</tbody></table></div>'
        )
    return "".join(parts)


def _row(finding: Finding, language: Language, link: Link) -> str:
    place: list[Any] = [finding.place, finding.row and pick(language, zh=f"第{finding.row}行", en=f"row {finding.row}")]
    where = " › ".join(_text(part) for part in place if part)
    address = link(finding.root, finding.source, finding.place)
    source = f'<a href="{escape(address or "")}">{_text(finding.source)}</a>' if address else _text(finding.source)
    about = " · ".join(
        _text(part) for part in (finding.project_name, finding.level2 or finding.level1, finding.name) if part
    )
    value = f" <b>{_text(finding.stated_value)}</b>" if finding.stated_value else ""
    evidence = "；".join(f"{_text(name)} {_text(said)}" for name, said in finding.told(language).items())
    decision = _decision(finding, language)
    return (
        f'<tr><td><span class="tag {finding.severity}">{escape(severity_name(finding.severity, language))}</span><br>'
        f'<small>{_text(finding.rule)}</small></td><td class="asked">{_text(finding.message(language))}'
        f'<div class="evidence">{evidence}</div>{decision}</td><td>{about}{value}</td>'
        f'<td class="where">{source}<br>{where}</td></tr>'
    )


def _decision(finding: Finding, language: Language) -> str:
    match finding.state:
        case "open":
            return ""
        case "accepted":
            said = pick(language, zh="已受理：", en="accepted: ") + (finding.accepted or "")
        case other:
            exempted = finding.exempted
            held = (
                pick(language, zh="已豁免：", en="exempted: ")
                if other == "exempted"
                else pick(
                    language, zh="原豁免已失效（依据有变）：", en="exemption no longer holds (evidence changed): "
                )
            )
            said = held + (f"{exempted.reason}（{exempted.name}）" if exempted else "")
    return f'<div class="evidence">{_text(said)}</div>'


def write_report(path: Path, page: str) -> None:
    """Write the page; raises `CommandError`."""
    with written(path) as part:
        part.write_text(page, encoding="utf-8", errors="replace")
