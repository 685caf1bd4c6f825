"""Whether reading twice the text takes more than two and a half times as long: `python -m bench.growth`.

Values: every unit is repeated to half and to the whole of the longest value that is searched. Text files: every line to
half and to the whole of many; tables alike, by the hundred. A machine that is busy makes single runs slow, never fast:
half and whole are timed by turns in processor time, the shortest of each counts, and what seems to grow too fast is
timed again with more runs.
"""

import sys
from collections.abc import Callable
from time import process_time

from ingest.garbage import leave_loaded
from normalize import parse_value
from normalize.values import LONGEST, forget
from parsers import Hints, interpret, read
from schema.limits import Limits

UNITS = (
    (
        "9|9,|9,999|9 | |9.|9-|9:|9/|一|十|万|亿|百千|9万|一亿|《|》|《9|"
        "(|(9|（含）|≥|≥9|9%|9%-|每|每9|每年|年|年底|2024年|2024年1月|"
        "2024-|A|A9|A.|较|比上年|增长|不|不低于|至少|较9增长|9或|9、|9，|，|/|"
        "9元/|9元/人·|·|*|个|个半|半|第|第9|前|9T|×10|9×10⁹|分之|9分之|成|折|"
        "±|9±|~|至|内|起|以上|以上以下|⏎|9⏎|GB|GB/T|GB/T 9|〔2016〕|"
        "[2016]9|1[|0-|后|收到后9天|的|9的|a/b|人/年*|所有者/所有者|x|X9|٣|①|"
        "9①|…|定性|指标1：|＝|9e9|9月|9日|9号|T+|-9|--"
    )
    .replace("⏎", "\n")
    .split("|")
)
MOST = 2.5
ROUNDS = 15
AGAIN = 4
"""How often what seems to grow too fast is timed anew, each time by as many runs more."""


def growth(unit: str) -> tuple[float, float]:
    """The seconds half of the longest value takes, and the whole."""
    half = unit * (LONGEST // 2 // len(unit))
    return _shortest(lambda: _seconds(half), lambda: _seconds(half * 2), ROUNDS)


def _shortest(half: Callable[[], float], whole: Callable[[], float], rounds: int) -> tuple[float, float]:
    one = two = float("inf")
    for _ in range(1 + AGAIN):
        for _ in range(rounds):
            one, two = min(one, half()), min(two, whole())
        if two <= MOST * one:
            break
    return one, two


def _seconds(text: str) -> float:
    forget()
    start = process_time()
    parse_value(text)
    return process_time() - start


TABBED = "产出指标\t数量指标\t≥1个\n"
LINES = (
    TABBED,
    "提高，\n",
    "（\n",
    "绩\n",
    "2\n",
    "1.甲\n",
    "\t产出指标\n\t数量指标\n\n",
    "a,b;c\n",
    "| a | b |\n",
    '\t"x\n',
)
COUNT = 10_000


def file_growth(line: str) -> tuple[float, float]:
    """The seconds half of a file takes, and the whole."""
    half = (TABBED * 9 + line * (COUNT // 2) + TABBED).encode()
    whole = (TABBED * 9 + line * COUNT + TABBED).encode()
    return _shortest(lambda: _file_seconds(half), lambda: _file_seconds(whole), 3)


def _file_seconds(content: bytes) -> float:
    start = process_time()
    read(content, "growth.txt", Limits())
    return process_time() - start


_GRID = "一级指标\t二级指标\t三级指标\t指标值\n产出指标\t数量指标\t里程{n}\t≥3公里\n\n"
_HEADER = "单位名称\t项目名称\t一级指标\t二级指标\t三级指标\t指标值\t自评得分\n"
TABLES = (
    "项目支出绩效目标表\n项目名称\t修路{n}\t\t\n" + _GRID,
    "项目支出绩效目标表\n项目名称\t修路{n}\t\t\n"
    + _GRID
    + "附表：采购表\n采购项目\t数量\t单位\t金额\n计算机\t9\t台\t5\n\n",
    _HEADER + "某局\t修路{n}\t产出指标\t数量指标\t里程\t≥3公里\t9\n",
)
"""Tables that state no year, with another table between them, under headers that come again and again."""
MANY = 400


def table_growth(table: str) -> tuple[float, float]:
    """The seconds that half of the tables of a file take to be understood, and all of them."""
    half, whole = ("".join(table.format(n=n) for n in range(count)).encode() for count in (MANY // 2, MANY))
    return _shortest(lambda: _table_seconds(half), lambda: _table_seconds(whole), 3)


def _table_seconds(content: bytes) -> float:
    document = read(content, "growth.txt", Limits())
    start = process_time()
    interpret(document, Hints(file_name="growth.txt"))
    return process_time() - start


def main() -> None:
    """Print the five of each sort that grow fastest; exit 1 where one grows faster than it may."""
    leave_loaded()  # as a worker does before its first file
    values = [(two / one, one, two, unit) for unit in UNITS for one, two in [growth(unit)]]
    files = [(two / one, one, two, line) for line in LINES for one, two in [file_growth(line)]]
    tables = [(two / one, one, two, table[:12]) for table in TABLES for one, two in [table_growth(table)]]
    for ratio, one, two, unit in (*sorted(values, reverse=True)[:5], *sorted(files, reverse=True)[:5], *tables):
        print(f"{unit!r:<32} half {1000 * one:7.1f} ms, whole {1000 * two:7.1f} ms, ratio {ratio:.2f}")
    sys.exit(max(*values, *files, *tables)[0] > MOST)


if __name__ == "__main__":
    main()
