"""`jixiao find WORDS…`: indicators for a person on a terminal, or as JSON."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from audit.asking.answers import show
from audit.asking.arguments import question
from audit.asking.find import COMPARATORS, SORTS, TABLE_KINDS, TARGET_KINDS, Hit, find, knows_level
from audit.asking.records import hit_sheet, links_from
from audit.commands.outputs import files_named, output_options, write_files
from audit.commands.stating import AS_OF
from audit.database import reading
from ingest.bilingual import Command, both
from ingest.exits import Exit
from ingest.json_lines import line
from ingest.options import COUNT, MOST, NAME, TEXT, YEAR
from ingest.outputs import refuse_overwriting
from ingest.terminal import Terminal
from normalize.taxonomy import taxonomy
from schema.catalogue import Code

LIMIT = 1000

_HELP = both(
    zh="查找指标，每条结果注明出处（文件 › 位置 › 行）。\n\n"
    "词语在指标名称、说明、指标值、层级、项目、部门、单位中查找；给出几个词则须全部出现，空格和全角半角不计。\n\n"
    "--target 找出至少同样严格的目标值：凡满足该目标的，必满足所给的条件。--target '≥90%' 找到 ≥90%、≥98%、"
    "=100%、90%-95%，找不到 ≥85%、≤95%。换算为标准单位后比较：≤50万元 找到 ≤400000元；"
    "单位须相同（人次不是人，元/亩不是元），推定的单位也算；"
    "不写单位时只与没有单位的值比较，可用 --unit 补充。日期同理：2024年6月30日前 找到该日或更早的期限。\n\n"
    "--below、--above 找出界限低于、高于某数或某日的目标值：--below 90% 找到 ≥85%、≤80%、80%-95%，找不到 ≥90%。"
    "有上下两个界限时，--below 看下限，--above 看上限。\n\n"
    "没有找到时退出码为 4。",
    en="Find indicators; each result says where it stands (file › place › row).\n\n"
    "Words are looked for in an indicator's name, description, value and levels, and in project, department and agency;"
    " every one must occur; spaces and width do not matter.\n\n"
    "--target finds targets at least as strict: whatever meets them meets what you name. --target '≥90%' finds ≥90%,"
    " ≥98%, =100% and 90%-95%, but neither ≥85% nor ≤95%. Values are compared in canonical units: ≤50万元 finds"
    " ≤400000元; units must be the same (人次 is not 人, 元/亩 is not 元), inferred ones count. Without a unit it"
    " compares with values without one; --unit can give it. Dates alike: 2024年6月30日前 finds deadlines on that day"
    " or before.\n\n"
    "--below and --above find targets whose bound lies below or above a number or a day: --below 90% finds ≥85%, ≤80%"
    " and 80%-95%, but not ≥90%. Of two bounds, --below looks at the lower, --above at the upper.\n\n"
    "Exit code 4: nothing was found.",
)


@click.command("find", cls=Command, help=_HELP)
@click.argument("words", nargs=-1, type=TEXT)
@click.option(
    "--db",
    "database",
    required=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help=both(zh="数据库文件", en="the database"),
)
@click.option("--level", type=NAME, help=both(zh="一级或二级指标，任何写法", en="level 1 or level 2, in any spelling"))
@click.option(
    "--unit", type=TEXT, help=both(zh="单位：原文的、标准的或推定的", en="unit: as written, canonical or inferred")
)
@click.option(
    "--comparator",
    type=click.Choice(list(COMPARATORS)),
    metavar="SIGN",
    help=both(zh="比较符号：≥、≤、>、<、=、~（约）、range（区间）", en="comparator: ≥ ≤ > < = ~ (about) range"),
)
@click.option("--target", type=TEXT, help=both(zh="至少同样严格，如 ≥90%", en="at least as strict as, say, ≥90%"))
@click.option(
    "--below",
    type=TEXT,
    help=both(zh="目标值的界限低于，如 90%", en="the target's bound lies below, say, 90%"),
)
@click.option(
    "--above",
    type=TEXT,
    help=both(zh="目标值的界限高于，如 50万元", en="the target's bound lies above, say, 50万元"),
)
@click.option("--department", type=NAME, help=both(zh="主管部门名称含", en="department contains"))
@click.option("--agency", type=NAME, help=both(zh="预算单位名称含", en="agency contains"))
@click.option("--project", type=NAME, help=both(zh="项目名称含", en="project name contains"))
@click.option("--region", type=NAME, help=both(zh="地区名称含", en="region contains"))
@click.option("--year", type=YEAR, help=both(zh="预算年度", en="fiscal year"))
@click.option("--source", type=NAME, help=both(zh="文件路径含", en="path of the file contains"))
@click.option(
    "--kind",
    type=click.Choice([*TARGET_KINDS, *TABLE_KINDS]),
    metavar="KIND",
    help=both(
        zh="目标值的种类（" + "、".join(TARGET_KINDS) + "）或表的种类（" + "、".join(TABLE_KINDS) + "）",
        en="kind of target (" + ", ".join(TARGET_KINDS) + ") or of table (" + ", ".join(TABLE_KINDS) + ")",
    ),
)
@click.option(
    "--diagnostic",
    type=click.Choice([code.value for code in Code]),
    metavar="CODE",
    help=both(zh="有此提示（代码，如 unit-inferred）", en="with this diagnostic (its code, such as unit-inferred)"),
)
@click.option(
    "--sort",
    type=click.Choice([*SORTS, *(f"-{name}" for name in SORTS)]),
    default="import",
    metavar="SORT",
    show_default=True,
    help=both(
        zh="排序：import（导入的顺序）、source（路径）、year、department、agency、project、level、name、value；"
        "前加 - 倒序，如 --sort=-value",
        en="order: import (as imported), source (path), year, department, agency, project, level, name, value;"
        " - before it for the other way round, as in --sort=-value",
    ),
)
@click.option(
    "--limit",
    type=COUNT,
    help=both(
        zh=f"最多多少条（默认 {LIMIT}，写入文件时全部）",
        en=f"how many results at most (by default {LIMIT}; into files, all)",
    ),
)
@AS_OF
@click.option("--json", "as_json", is_flag=True, help=both(zh="输出 JSON", en="print JSON"))
@output_options
@click.pass_obj
def command(
    terminal: Terminal,
    /,
    *,
    database: Path,
    limit: int | None,
    sort: str,
    as_of: int | None,
    as_json: bool,
    **said: Any,
) -> int:
    """Ask the database, and show the answer."""
    files = files_named(said)
    refuse_overwriting(files.values(), database)
    asked = question(*said.pop("words"), **said)
    most = limit or (MOST if files else LIMIT)
    with reading(database, as_of=as_of) as connection:
        hits, more = find(connection, asked, most, sort=sort)
        strange = None if asked.level is None or knows_level(connection, asked.level) else asked.level
    if as_json:
        results = [_hit_object(hit) for hit in hits]
        terminal.data(line({"format_version": 1, "truncated": more, "results": results}))
    if files:
        write_files(
            files,
            lambda path, kind: [
                hit_sheet(hits, terminal.language, links_from(path.parent, database) if kind == "xlsx" else None)
            ],
            terminal,
        )
    elif not as_json:
        show(hits, terminal)
    if strange is not None:
        _tell_levels(strange, terminal)
        return Exit.NOTHING_FOUND
    if not hits:
        terminal.tell(
            zh="没有找到；可减少条件或换一种写法", en="nothing was found; try fewer conditions or another spelling"
        )
        return Exit.NOTHING_FOUND
    if more:
        terminal.tell(zh=f"只显示前 {most} 条；用 --limit 增加", en=f"only the first {most}; raise --limit for more")
    return Exit.WELL


def _tell_levels(strange: str, terminal: Terminal) -> None:
    first = "、".join(dict.fromkeys(taxonomy().level1.values()))
    second = "、".join(dict.fromkeys(level.name for level in taxonomy().level2.values()))
    terminal.tell(
        zh=f"没有找到；没有层级“{strange}”。一级：{first}。二级：{second}",
        en=f"nothing was found; there is no level '{strange}'. Level 1: {first}. Level 2: {second}",
    )


def _hit_object(hit: Hit) -> dict[str, Any]:
    plain = asdict(hit)
    del plain["table_id"]
    return {**plain, "target": hit.target.model_dump(mode="json") if hit.target else None}
