"""How a file was read, for a person: each table's layout, what became of its cells, what was repaired and why."""

from collections.abc import Iterator, Mapping

from rich.padding import Padding
from rich.text import Text

from ingest.commands.words import place_of
from ingest.outcome import Outcome
from ingest.terminal import Terminal, harmless
from parsers import Account
from parsers.layouts.registry import WORDS
from schema.catalogue import Code
from schema.diagnostic import Diagnostic
from schema.source import Conservation

REASONS = {
    "actual-unit": ("完成值的单位", "unit of a result that is no number"),
    "core": ("是否核心指标", "whether it is a core indicator"),
    "empty-template": ("空表样", "empty template"),
    "group-label": ("归类标签", "label that only gathers others"),
    "header": ("表头", "header"),
    "hidden": ("文件中隐藏", "hidden in the file"),
    "level-without-indicator": ("没有指标的级别", "level without an indicator"),
    "line-without-table": ("表外文字", "line without a table"),
    "note": ("填表说明", "note on the form"),
    "other-table": ("其他表格", "table of another kind"),
    "personal-data": ("个人信息", "personal data"),
    "placeholder": ("未填的占位", "placeholder nobody filled in"),
    "repeated": ("与上方相同", "the same as above"),
    "scoring-framework": ("评价指标体系", "scoring framework"),
    "of-level": ("指标体系的附加列", "column beside the levels, such as their scores"),
    "serial": ("序号", "serial number"),
    "task": ("年度任务清单", "list of yearly tasks"),
    "total": ("合计", "total"),
}
_MOST = 20
"""As many unused cells of a table are listed; of more, how many there are."""


def show_accounts(outcome: Outcome, terminal: Terminal) -> None:
    """How one file was read, table by table."""
    console = terminal.console()
    reading = outcome.reading
    console.print(Text(harmless(reading.source.path), style="bold"))
    if reading.cells.stated:
        console.print(Text(_sum(reading.cells, terminal)))
    for account in outcome.accounts:
        console.print()
        for number, line in enumerate(_lines(account, terminal)):
            console.print(Padding(Text(harmless(line)), (0, 0, 0, 2 if number else 0), expand=False))
    beside = [odd for odd in reading.diagnostics if odd.code is Code.SAID_TWICE]
    if beside:
        console.print()
    for odd in beside:
        console.print(Text(harmless(odd.message(terminal.language))))
    console.print()


def _sum(cells: Conservation, terminal: Terminal) -> str:
    ignored = sum(cells.ignored.values())
    return terminal.pick(
        zh=f"单元格 {cells.stated} 个 = 读取 {cells.used} + 按名略去 {ignored} + 未识别 {cells.reported}",
        en=f"{cells.stated} cells = {cells.used} used + {ignored} left out by name + {cells.reported} not understood",
    )


def _lines(account: Account, terminal: Terminal) -> Iterator[str]:
    yield _heading(account, terminal)
    if account.titles:
        yield terminal.pick(zh="标题：", en="title: ") + "; ".join(account.titles)
    yield _sum(account.cells, terminal)
    if account.cells.ignored:
        left = (f"{_word(REASONS, reason, terminal)} {count}" for reason, count in account.cells.ignored.items())
        yield terminal.pick(zh="按名略去：", en="left out by name: ") + terminal.pick(zh="，", en=", ").join(left)
    others = {name: used for name, used in account.tried.items() if name != account.layout}
    if others:
        told = (f"{_word(WORDS, name, terminal)} {used}" for name, used in others.items())
        yield terminal.pick(zh="其他版式读取的单元格较少：", en="other layouts used fewer cells: ") + "; ".join(told)
    for said in (account.diagnostics, account.unused):
        yield from (_said(diagnostic, terminal) for diagnostic in said[:_MOST])
        yield from _rest(len(said), terminal)


def _rest(count: int, terminal: Terminal) -> Iterator[str]:
    if count > _MOST:
        yield terminal.pick(zh=f"……另有 {count - _MOST} 处", en=f"… and {count - _MOST} more")


def _heading(account: Account, terminal: Terminal) -> str:
    first, last = account.first, account.last
    where = place_of(first.place, first.row, None, terminal)
    if (last.place, last.row) != (first.place, first.row):
        where += f" – {place_of(last.place, last.row, None, terminal)}"
    if account.layout is None:
        return terminal.pick(zh=f"{where}：没有读出绩效表", en=f"{where}: no performance table was read")
    layout = _word(WORDS, account.layout, terminal)
    share = f"{account.coverage:.1%}"
    tables = f"{account.tables} table{'' if account.tables == 1 else 's'}"
    return terminal.pick(
        zh=f"{where}：按“{layout}”读取，{account.tables} 张表，覆盖率 {share}",
        en=f"{where}: read as a {layout}; {tables}, coverage {share}",
    )


def _said(diagnostic: Diagnostic, terminal: Terminal) -> str:
    span = diagnostic.span
    where = f"{place_of(span.place, span.row, None, terminal)}: " if span is not None else ""
    return f"! {where}{diagnostic.message(terminal.language)}"


def _word(words: Mapping[str, tuple[str, str]], name: str, terminal: Terminal) -> str:
    zh, en = words[name]
    return terminal.pick(zh=zh, en=en)
