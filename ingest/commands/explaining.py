"""`jixiao explain VALUE…`: how a value is understood, for a person."""

import os
from io import BytesIO

import click
from rich.table import Table
from rich.text import Text

from ingest.bilingual import Command, both
from ingest.json_lines import line, value_object
from ingest.options import TEXT, YEAR, is_text
from ingest.spoken import spoken
from ingest.terminal import Terminal, harmless
from normalize import Reading, parse_value
from normalize.stream import read_stream

_HELP = both(
    zh="说明指标值是如何理解的：每个目标值、换算后的范围、用到的规则、可疑之处。\n\n以 - 开头的值写在 -- 之后。",
    en="Say how indicator values are understood: each target, its range in canonical units, the rule that read it, and"
    " what is odd.\n\nA value that starts with - goes after --.",
)


@click.command("explain", cls=Command, help=_HELP)
@click.argument("values", nargs=-1, required=True, metavar="VALUE...")
@click.option("--unit", type=TEXT, help=both(zh="计量单位列的内容", en="what the unit column says"))
@click.option("--operator", type=TEXT, help=both(zh="计算符号列的内容", en="what the operator column says"))
@click.option("--name", type=TEXT, help=both(zh="指标名称", en="the indicator's name"))
@click.option("--year", type=YEAR, help=both(zh="预算年度", en="fiscal year"))
@click.option("--level", type=TEXT, help=both(zh="二级或一级指标", en="level 2 or level 1"))
@click.option("--json", "as_json", is_flag=True, help=both(zh="输出 JSON，每个值一行", en="print JSON, a line a value"))
@click.pass_obj
def command(  # noqa: PLR0913 - one parameter an option
    terminal: Terminal,
    *,
    values: tuple[str, ...],
    unit: str | None,
    operator: str | None,
    name: str | None,
    year: int | None,
    level: str | None,
    as_json: bool,
) -> None:
    """Read each value and say what it means."""
    for value in values:
        if is_text(value):
            reading = parse_value(value, unit=unit, operator=operator, name=name, fiscal_year=year, level=level)
        else:  # as normalize tells of it
            (reading,) = read_stream(BytesIO(os.fsencode(value).replace(b"\n", b" ")))
        if as_json:
            terminal.data(line({**value_object(reading, terminal.language), "rules": list(reading.rules)}))
        else:
            _show(reading, terminal)


def _show(reading: Reading, terminal: Terminal) -> None:
    console = terminal.console()
    console.print(Text(harmless(reading.stated.value or ""), style="bold"))
    table = Table(box=None, pad_edge=False, padding=(0, 2), header_style="dim")
    for zh, en in (("这一段", "this part"), ("理解为", "understood as"), ("种类", "kind"), ("规则", "rule")):
        table.add_column(terminal.pick(zh=zh, en=en), overflow="fold")
    for target, rule in zip(reading.targets, reading.rules, strict=True):
        cells = (target.text, spoken(target, terminal.language), target.kind, rule)
        table.add_row(*(Text(harmless(cell)) for cell in cells))
    console.print(table)
    if reading.join is not None:
        zh, en = {"and": ("须全部满足", "all must be met"), "or": ("满足其一", "one must be met")}[reading.join]
        console.print(Text(terminal.pick(zh=zh, en=en)))
    for diagnostic in reading.diagnostics:
        console.print(Text(harmless(f"! {diagnostic.message(terminal.language)}"), style="yellow"))
    console.print()
