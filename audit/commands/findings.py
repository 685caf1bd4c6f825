"""Findings for a person on a terminal: summed, or one by one."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from rich.table import Table
from rich.text import Text

from audit.findings import SEVERITIES, Finding, severity_name, state_name
from audit.side.review import By, Group, Review, Wanted
from ingest.commands.words import place_of
from ingest.terminal import Terminal, harmless

_STYLE = {"high": "red", "medium": "yellow", "low": "cyan", "review": "dim"}


def told_summary(review: Review, by: By, wanted: Wanted, terminal: Terminal) -> None:
    """How many findings there are, and of each rule in how many tables it found, was clear, or could not tell."""
    groups = review.summary(by, wanted)
    if by == "rule":
        _told_rules(review, groups, wanted, terminal)
    else:
        _told_groups(groups, terminal)
    counts = {
        name: sum(getattr(group, name) for group in groups) for name in ("open", "outdated", "exempted", "accepted")
    }
    whole, left, outdated = sum(counts.values()), counts["open"] + counts["outdated"], counts["outdated"]
    accepted, exempted = counts["accepted"], counts["exempted"]
    terminal.tell(
        zh=f"疑点 {whole:,}：未处理 {left:,}（其中豁免已失效 {outdated:,}），已受理 {accepted:,}，已豁免 {exempted:,}",
        en=f"Findings {whole:,}: open {left:,} (of them exempted for an earlier value {outdated:,}), accepted"
        f" {accepted:,}, exempted {exempted:,}",
    )


def _table(terminal: Terminal, *columns: tuple[str, str, bool]) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0), header_style="dim")
    for zh, en, is_number in columns:
        table.add_column(terminal.pick(zh=zh, en=en), justify="right" if is_number else "left", overflow="fold")
    return table


def _told_rules(review: Review, groups: list[Group], wanted: Wanted, terminal: Terminal) -> None:
    tables: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for told in review.evaluations():
        tables[told.rule][told.outcome] += told.tables
    by_code = {group.label: group for group in groups}
    # What became of a rule is kept for all tables alone: where findings are narrowed, their own tables are counted.
    narrowed = replace(wanted, rules=None) != Wanted()
    of_all = () if narrowed else (("无疑点", "clear", True), ("无法评估", "not evaluable", True))
    table = _table(
        terminal, ("规则", "rule", False), ("级别", "severity", False), ("疑点", "finding", False),
        ("未处理", "open", True), ("已处理", "decided", True), ("有疑点的表", "tables", True), *of_all,
    )  # fmt: skip
    for rule in sorted(review.rules(), key=lambda rule: (SEVERITIES.index(rule.severity), rule.code)):
        if wanted.rules is not None and rule.code not in wanted.rules:
            continue
        group, of = by_code.get(rule.code), tables[rule.code]
        if not of or (narrowed and group is None):
            continue
        counts = (group.tables,) if narrowed and group else (of["found"], of["clear"], of["not_evaluable"])
        left, decided = (group.open + group.outdated, group.exempted + group.accepted) if group else (0, 0)
        style = _STYLE[rule.severity] if left else "dim"
        table.add_row(
            rule.code, severity_name(rule.severity, terminal.language), Text(harmless(rule.title(terminal.language))),
            *(f"{n:,}" if n else "" for n in (left, decided, *counts)),
            style=style,
        )  # fmt: skip
    terminal.console().print(table)


def _told_groups(groups: list[Group], terminal: Terminal) -> None:
    table = _table(
        terminal, ("名称", "name", False), ("单位", "agency", False), ("年度", "year", True), ("未处理", "open", True),
        ("已处理", "decided", True), ("表", "tables", True),
    )  # fmt: skip
    for group in groups:
        table.add_row(
            Text(harmless(group.label or "—")), Text(harmless(group.agency or "")), str(group.fiscal_year or ""),
            f"{group.open + group.outdated:,}", f"{group.exempted + group.accepted:,}", f"{group.tables:,}",
        )  # fmt: skip
    terminal.console().print(table)


def told_findings(findings: Iterable[Finding], terminal: Terminal) -> None:
    """Each finding: the question, where it stands, what was decided, and the key to decide by."""
    console = terminal.console()
    table = ""
    for finding in findings:
        if finding.table_key != table:
            table = finding.table_key
            year = None if finding.fiscal_year is None else str(finding.fiscal_year)
            whose = (finding.project_name, finding.agency or finding.department, year, finding.source)
            console.print(Text(harmless(" · ".join(part for part in whose if part)), style="bold"))
        style = _STYLE[finding.severity]
        console.print(Text(f"{finding.rule} ", style=style), Text(harmless(finding.message(terminal.language))), sep="")
        told = [place_of(finding.place, finding.row, finding.column, terminal), finding.key]
        if finding.state != "open":
            reason = finding.exempted.reason if finding.exempted else finding.accepted
            told.append(f"{state_name(finding.state, terminal.language)}: {reason}")
        console.print(Text(harmless("    " + "  ".join(told)), style="dim"))
