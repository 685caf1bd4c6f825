"""How right and how quick `find` is: `python -m bench.searching DATABASE [--words N]`.

Words are drawn from the database itself: 1 to 6 characters of what stands in it, Chinese, and mixed with digits, Latin
letters and signs, and as many that hardly occur. Every answer is compared with the plain `instr()` scan of every text:
recall and precision must be whole. Then the first 50 hits of each word are timed, and those of questions a person asks;
of each the median, and the time that 95 of 100 do not exceed, in milliseconds of processor
time on a fresh connection: a wall clock measures the neighbours.
"""

import argparse
import os
import random
import re
import sqlite3
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from time import process_time

from audit.asking.bounds import asked, bound
from audit.asking.facets import facets
from audit.asking.find import FACETS, Question, count, find
from audit.asking.matching import matching
from audit.asking.question import conditions
from audit.database import reading
from normalize.text import fold

FIRST = 50
WORD_MS, QUESTION_MS = 20.0, 300.0
_CHINESE = re.compile(r"[\u4e00-\u9fff]+")
QUESTIONS = {
    "nothing said": Question(),
    "level": Question(level="满意度指标"),
    "level, below": Question(level="满意度指标", below=bound("90%", "below")),
    "level, unit": Question(level="成本指标", unit="元"),
    "two that never meet": Question(level="满意度指标", unit="元"),
    "unit nobody uses": Question(unit="光年"),
    "unit few use": Question(unit="吨"),
    "target": Question(target=asked("≥95%")),
    "money above": Question(above=bound("5000万元", "above")),
    "deadline": Question(target=asked("2024年6月30日前")),
    "department": Question(department="教育"),
    "department, level": Question(department="林业", level="效益指标"),
    "agency nobody is": Question(agency="没有的单位"),
    "year, kind": Question(fiscal_year=2024, kind="statement"),
    "comparator": Question(comparator="<"),
    "diagnostic": Question(diagnostic="unit-inferred"),
    "file": Question(source="00003-"),
    "words, department": Question(words=("满意度",), department="教育"),
    "words, level": Question(words=("完成", "率"), level="质量指标"),
    "words, unit": Question(words=("培训",), unit="元"),
    "letters": Question(words=("APP",)),
    "digits": Question(words=("2024",)),
}
SORTED = {
    "by year": (Question(), "-year"),
    "by department": (Question(level="质量指标"), "department"),
    "by value": (Question(unit="元"), "-value"),
    "words by value": (Question(words=("满意度",)), "value"),
    "by path": (Question(), "source"),
}


def drawn(connection: sqlite3.Connection, each: int) -> dict[str, list[str]]:
    """Words of the database: Chinese ones, ones with other characters, and ones that hardly occur, by their kind."""
    chance = random.Random(8)  # noqa: S311 - the same words each time
    (last,) = connection.execute("SELECT max(indicator_id) FROM indicators").fetchone()

    def pieces(fits: Callable[[str], bool]) -> Iterator[str]:
        while True:
            row = connection.execute("SELECT words FROM indicators WHERE indicator_id = ?", [chance.randint(1, last)])
            line = chance.choice(str(row.fetchone()[0]).split("\n"))
            start, length = chance.randrange(len(line)), chance.randint(1, 6)
            if fits(word := line[start : start + length]):
                yield word

    chinese, mixed = (
        pieces(lambda w: bool(_CHINESE.fullmatch(w))),
        pieces(lambda w: bool(w) and not _CHINESE.fullmatch(w)),
    )
    common = [next(chinese) for _ in range(each)]
    letters = "".join(common)
    return {
        "Chinese": common,
        "mixed": [next(mixed) for _ in range(each // 3)],
        "strange": ["".join(chance.choices(letters, k=chance.randint(2, 6))) for _ in range(each // 3)],
    }


def faults(connection: sqlite3.Connection, words: Iterable[str]) -> list[str]:
    """Where the answer is not that of the plain scan."""
    scan = (
        "SELECT i.indicator_id FROM indicators AS i JOIN standing_tables USING (table_id) WHERE instr(i.words, ?) > 0"
    )
    wrong = []
    for word in words:
        expected = {row[0] for row in connection.execute(scan, [fold(word)])}
        found = matching(connection, conditions(connection, Question(words=(word,))), "i.indicator_id")
        got = {row[0] for row in found}
        if got != expected:
            wrong.append(f"{word}: {len(expected - got)} missed, {len(got - expected)} too many")
    return wrong


def timed(database: Path, what: Callable[[sqlite3.Connection], object]) -> float:
    """Milliseconds of one question on a connection of its own, as a page asks it."""
    with reading(database) as connection:
        start = process_time()
        what(connection)
        return (process_time() - start) * 1000


def first(question: Question, connection: sqlite3.Connection) -> object:
    """The first hits."""
    return find(connection, question, FIRST)


def in_order(question: Question, sort: str, connection: sqlite3.Connection) -> object:
    """The first hits of a sort."""
    return find(connection, question, FIRST, sort=sort)


def counted(question: Question, connection: sqlite3.Connection) -> object:
    """How many there are."""
    return count(connection, question)


def faceted(column: str, connection: sqlite3.Connection) -> object:
    """What they may be narrowed by."""
    return facets(connection, Question(), column)


def spread(times: list[float]) -> str:
    """The median, the time that 95 of 100 keep to, the longest."""
    ordered = sorted(times)
    return f"{ordered[len(ordered) // 2]:8.1f} {ordered[int(len(ordered) * 0.95)]:8.1f} {ordered[-1]:8.1f}"


def main() -> None:
    """Compare, measure, print; exit code 1 where an answer is wrong or a figure is not kept."""
    parser = argparse.ArgumentParser(prog="python -m bench.searching", description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("database", type=Path)
    parser.add_argument("--words", type=int, default=150, help="Chinese words to draw; 0: time the questions alone")
    parser.add_argument("--repeat", type=int, default=3)
    asked_for = parser.parse_args()
    database = asked_for.database
    with reading(database) as connection:
        (held,) = connection.execute("SELECT count(*) FROM indicators").fetchone()
        words = drawn(connection, asked_for.words) if asked_for.words else {}
        wrong = faults(connection, [word for kind in words.values() for word in kind])
    print(f"{held:,} indicators, load {os.getloadavg()[0]:.1f}")
    print(
        f"answers compared with a scan: {sum(map(len, words.values()))}, wrong: {len(wrong)}", *wrong[:10], sep="\n  "
    )
    print(f"{'milliseconds, first ' + str(FIRST):32} {'p50':>8} {'p95':>8} {'max':>8}")
    kept = not wrong
    for kind, some in words.items():
        times = [timed(database, partial(first, Question(words=(word,)))) for word in some]
        print(f"words, {kind:25} {spread(times)}")
    every: list[float] = []
    for name, question in QUESTIONS.items():
        times = [timed(database, partial(first, question)) for _ in range(asked_for.repeat)]
        every += times
        print(f"{name:32} {spread(times)}")
    print(f"{'all of these questions':32} {spread(every)}")
    for name, (question, sort) in SORTED.items():
        times = [timed(database, partial(in_order, question, sort)) for _ in range(asked_for.repeat)]
        print(f"sorted {name:25} {spread(times)}")
    print(f"{'count, up to 1000':32} {spread([timed(database, partial(counted, q)) for q in QUESTIONS.values()])}")
    for column in FACETS:
        print(f"facet {column:26} {spread([timed(database, partial(faceted, column))])}")
    sys.exit(0 if kept else 1)


if __name__ == "__main__":
    main()
