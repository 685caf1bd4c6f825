"""`jixiao normalize [VALUE…]`: indicator values from arguments or standard input, one JSON line each."""

import sys
from collections.abc import Iterator
from io import BytesIO

import click

from ingest.bilingual import Command, both
from ingest.json_lines import line, value_object
from ingest.terminal import Terminal
from normalize import Reading
from normalize.stream import read_stream

_HELP = both(
    zh="把指标值转为带类型的 JSON，每个值一行。\n\n"
    "值来自参数，或来自标准输入的各行（没有参数或参数为 -）：值，或以制表符分隔的"
    "“值⇥单位⇥比较符⇥指标名称⇥预算年度”，后几项可省。"
    "\n\n以 - 开头的值写在 -- 之后。",
    en="Turn indicator values into typed JSON, a line each.\n\n"
    "Values come from the arguments, or from the lines of standard input (without arguments, or for -): a value, or"
    " value⇥unit⇥operator⇥name⇥fiscal_year separated by tabs, trailing columns optional."
    "\n\nA value that starts with - goes after --.",
)


@click.command("normalize", cls=Command, help=_HELP)
@click.argument("values", nargs=-1, metavar="[VALUE]...")
@click.pass_obj
def command(terminal: Terminal, *, values: tuple[str, ...]) -> None:
    """Print each value's reading as soon as it is read."""
    for reading in _readings(values):
        terminal.data(line(value_object(reading, terminal.language)))


def _readings(values: tuple[str, ...]) -> Iterator[Reading]:
    for value in values or ("-",):
        if value == "-":
            yield from read_stream(sys.stdin.buffer)
        else:  # a line, whatever it holds: a line break within an argument belongs to the value
            yield from read_stream(BytesIO(value.encode("utf-8", "surrogateescape").replace(b"\n", b" ") + b"\n"))
