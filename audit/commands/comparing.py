"""`jixiao compare`: over the years, against what was achieved, from department to department."""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import click
from rich.table import Table
from rich.text import Text

from audit.asking.arguments import question
from audit.asking.question import Question
from audit.commands.outputs import files_named, output_options, write_files
from audit.commands.stating import AS_OF
from audit.comparing import Change, Meeting, Peer, achievements, changes, peers
from audit.comparing.rows import (
    change_record,
    change_sheet,
    meeting_record,
    meeting_sheet,
    peer_record,
    peer_sheet,
)
from audit.comparing.words import STATUSES
from audit.database import reading
from audit.export.sheets import Sheet
from ingest.bilingual import Command, both
from ingest.commands.carrying import DATABASE
from ingest.exits import Exit
from ingest.json_lines import line
from ingest.options import COUNT, MOST, NAME, TEXT, YEAR
from ingest.outputs import refuse_overwriting
from ingest.terminal import Terminal, harmless

_LIMIT = 200
_WAYS = ("years", "actual", "departments")
_SHOWN = {
    "years": ("status", "name", "value_then", "value_now", "moved", "indicator_matched"),
    "actual": ("status", "name", "stated_value", "actual", "moved", "score", "due", "scored"),
    "departments": ("agency", "stated_value", "value", "unit", "rank", "median"),
}
_HELP = both(
    zh="比较指标。\n\n"
    "--by years（默认）：同一项目、同一指标相邻两年的变化：新增、取消、提高、降低、未变（照抄）、改写。"
    "项目先按项目代码对应，再按单位和不计年份的名称；指标按层级和名称，再按名称，最后按明显相近的名称；对应的依据写在每一行，"
    "有几种可能的不猜，列为“无法确定”。\n\n"
    "--by actual：目标值与实际完成值：完成、未完成（监控表为年中，称执行中）、差多少；"
    "得分与规则（达标满分，未达标按完成比例）相比。\n\n"
    "--by departments：不同单位的同一指标（同年、同层级、同名、同单位），由低到高。\n\n"
    "没有可比的指标时退出码为 4。",
    en="Compare indicators.\n\n"
    "--by years (the default): what became of the same indicator of the same project from one year to the next: new,"
    " dropped, raised, lowered, unchanged, reworded. Projects are matched by code, else by agency and name without the"
    " year; indicators by levels and name, else by name, else by a clearly similar name. Each row says by what; where"
    " several fit, none is guessed: it is 'ambiguous'.\n\n"
    "--by actual: targets against what was achieved: met, missed (in a monitoring table under way), by how much; the"
    " score against the rule (met: the full weight; missed: its share).\n\n"
    "--by departments: the same indicator (year, level, name, unit) of several agencies, from the least to the"
    " most.\n\n"
    "Exit code 4: there was nothing to compare.",
)


class Years(click.ParamType[tuple[int, int]]):
    """Two years, as 2023-2024."""

    name = "years"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[int, int]:
        """The two years; a usage error where there are no two."""
        years = [int(year) for year in str(value).split("-") if year.isascii() and year.isdigit()]
        if len(years) != 2 or not all(1950 <= year <= 2099 for year in years):
            self.fail(f"{value!r}: 2023-2024", param, ctx)
        return min(years), max(years)


@click.command("compare", cls=Command, help=_HELP)
@click.argument("words", nargs=-1, type=TEXT)
@DATABASE
@click.option(
    "--by",
    "way",
    type=click.Choice(_WAYS),
    default="years",
    show_default=True,
    help=both(zh="比较什么", en="what is compared"),
)
@click.option(
    "--years",
    type=Years(),
    metavar="Y-Y",
    help=both(
        zh="比较哪两年，如 2023-2024（默认各相邻年度）",
        en="which two years, as 2023-2024 (by default each and the next)",
    ),
)
@click.option(
    "--status",
    "statuses",
    multiple=True,
    type=click.Choice(list(STATUSES)),
    metavar="STATUS",
    help=both(
        zh="只列此情形，可重复：" + "、".join(STATUSES), en="only these, may be repeated: " + ", ".join(STATUSES)
    ),
)
@click.option("--level", type=NAME, help=both(zh="一级或二级指标，任何写法", en="level 1 or level 2, in any spelling"))
@click.option("--department", type=NAME, help=both(zh="主管部门名称含", en="department contains"))
@click.option("--agency", type=NAME, help=both(zh="预算单位名称含", en="agency contains"))
@click.option("--project", type=NAME, help=both(zh="项目名称含", en="project name contains"))
@click.option("--region", type=NAME, help=both(zh="地区名称含", en="region contains"))
@click.option(
    "--year", type=YEAR, help=both(zh="年度（比较年度时为后一年）", en="fiscal year (over the years, the later one)")
)
@click.option(
    "--limit",
    type=COUNT,
    help=both(
        zh=f"最多多少行（默认 {_LIMIT}，写入文件时全部）", en=f"rows at most (by default {_LIMIT}; into files, all)"
    ),
)
@AS_OF
@click.option("--json", "as_json", is_flag=True, help=both(zh="输出 JSON", en="print JSON"))
@output_options
@click.pass_obj
def command(terminal: Terminal, /, *, database: Path, way: str, as_of: int | None, as_json: bool, **said: Any) -> int:
    """Compare, and show."""
    files = files_named(said)
    refuse_overwriting(files.values(), database)
    years, statuses, limit = said.pop("years"), said.pop("statuses"), said.pop("limit")
    most = limit or (MOST if files else _LIMIT)
    with reading(database, as_of=as_of) as connection:
        asked = question(*said.pop("words"), **said)
        compared = _compared(way, connection, asked, years)
        wanted = (one for one in compared if not statuses or getattr(one, "status", None) in statuses)
        found = list(islice(wanted, most + 1))
    shown, more = found[:most], len(found) > most
    if as_json:
        terminal.data(
            line({"format_version": 1, "by": way, "truncated": more, "results": [_record(way, one) for one in shown]})
        )
    if files:
        write_files(files, lambda _path, _kind: [_sheet(way, shown, terminal)], terminal)
    elif not as_json:
        _show(way, _sheet(way, shown, terminal), terminal)
    return _tell(shown, way, terminal, most=most if more else None)


def _compared(
    way: str, connection: sqlite3.Connection, asked: Question, years: tuple[int, int] | None
) -> Iterator[Change | Meeting | Peer]:
    match way:
        case "years":
            return changes(connection, asked, years)
        case "actual":
            return achievements(connection, asked)
        case _:
            return peers(connection, asked)


def _record(way: str, one: Any) -> dict[str, Any]:
    match way:
        case "years":
            return change_record(one)
        case "actual":
            return meeting_record(one)
        case _:
            return peer_record(one)


def _sheet(way: str, found: Sequence[Any], terminal: Terminal) -> Sheet:
    match way:
        case "years":
            return change_sheet(found, terminal.language)
        case "actual":
            return meeting_sheet(found, terminal.language)
        case _:
            return peer_sheet(found, terminal.language)


def _show(way: str, sheet: Sheet, terminal: Terminal) -> None:
    """The columns that fit a terminal, under a heading for each project or each indicator."""
    console, heading, table = terminal.console(), None, None
    names = [column.name for column in sheet.columns]
    for row in sheet.rows:
        record = dict(zip(names, row, strict=True))
        if (now := _heading(way, record)) != heading:
            if table is not None:
                console.print(table)
            console.print(Text(harmless(now), style="bold"))
            heading, table = now, _table(way, sheet, terminal)
        if table is not None:
            cells = ("" if record[name] is None else str(record[name]) for name in _SHOWN[way])
            table.add_row(*(Text(harmless(cell)) for cell in cells))
    if table is not None:
        console.print(table)


def _heading(way: str, record: dict[str, Any]) -> str:
    parts: Iterable[Any]
    match way:
        case "years":
            years = f"{record['year_then']} → {record['year_now']}"
            parts = (record["project_name"], record["agency"] or record["department"], years, record["project_matched"])
        case "actual":
            parts = (record["project_name"], record["agency"] or record["department"], record["fiscal_year"])
        case _:
            parts = (record["name"], record["level2"], record["fiscal_year"], record["unit"])
    return " · ".join(str(part) for part in parts if part)


def _table(way: str, sheet: Sheet, terminal: Terminal) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim", expand=True)
    titles = {column.name: column.title(terminal.language) for column in sheet.columns}
    for name in _SHOWN[way]:
        table.add_column(titles[name], overflow="fold", ratio=3 if name in {"name", "agency"} else 2)
    return table


def _tell(found: Sequence[Any], way: str, terminal: Terminal, *, most: int | None) -> int:
    if not found:
        terminal.tell(zh="没有可比的指标；请减少条件", en="there is nothing to compare; try fewer conditions")
        return Exit.NOTHING_FOUND
    if way == "departments":
        groups = len({(one.name, one.unit, one.side.project.fiscal_year) for one in found})
        terminal.tell(zh=f"指标 {groups}，行 {len(found)}", en=f"Indicators: {groups}, rows: {len(found)}")
    else:
        counted = Counter(one.status for one in found)
        terminal.tell(
            zh="，".join(f"{STATUSES[status][0]} {number}" for status, number in counted.most_common()),
            en=", ".join(f"{STATUSES[status][1]} {number}" for status, number in counted.most_common()),
        )
    if most is not None:
        terminal.tell(
            zh=f"只显示前 {most} 行；用 --limit 增加", en=f"only the first {most} rows; raise --limit for more"
        )
    return Exit.WELL
