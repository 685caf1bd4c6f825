"""How fast values are read, beside chinese2digits: `python -m bench.values` writes docs/value-speed.md."""

import argparse
import os
import random
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from statistics import median
from time import process_time

from bench import peers
from bench.figures import Figure, record
from normalize import parse_value
from normalize.values import forget
from tests.normalize.examples import examples

PUBLISHED = Path(__file__).with_name("published.txt")
DAY = re.compile("20[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日")
NUMBER = re.compile("(?<![0-9.])[0-9]+(?![0-9年月日])")
PAGE = peers.ROOT / "docs" / "value-speed.md"
HEAD = """# How fast values are read

Written by `python -m bench.values`; do not edit. Strings a second of processor time on one core, jixiao and
chinese2digits 6.0.2 by turns in one run, so that only the ratios mean something on another machine. jixiao gives typed
targets, chinese2digits the numbers it finds. *Cold* is with nothing remembered, all strings different; *repeated* is
with each string read before, as published tables have them. The third row is every spelling of
`tests/normalize/values.toml` with other numbers, most of which no table holds; the last is the same spellings as they
stand, so that no two values share their words and nothing learnt of one serves another.

| values | strings | jixiao, cold | chinese2digits | ratio | repeated, ratio |
|---|---|---|---|---|---|
"""
STARTS = 9
ROUNDS = 5
STRINGS = 20_000


def distinct(texts: list[str], count: int) -> list[str]:
    """That many different strings: the texts in turn, each with its numbers and days drawn anew."""
    drawn = random.Random(2024)  # noqa: S311 - the same strings each time, no secret
    found: dict[str, None] = {}
    for turn in range(count * 3):
        text = DAY.sub(lambda _: _day(drawn), texts[turn % len(texts)])
        found[NUMBER.sub(lambda number: _redrawn(number[0], drawn), text)] = None
        if len(found) == count:
            break
    return list(found)


def _day(drawn: random.Random) -> str:
    return f"{drawn.randint(2010, 2039)}年{drawn.randint(1, 12)}月{drawn.randint(1, 28)}日"


def _redrawn(number: str, drawn: random.Random) -> str:
    """Another number of up to two digits more."""
    return str(drawn.randint(1, 10 ** min(len(number) + 2, 6)))


def own_speed(texts: list[str]) -> float:
    """Strings a second of processor time, nothing remembered from before."""
    forget()
    start = process_time()
    for text in texts:
        parse_value(text)
    return len(texts) / (process_time() - start)


def repeated_speed(texts: list[str]) -> float:
    """Strings a second when each was read before."""
    for text in texts:
        parse_value(text)
    start = process_time()
    for text in texts:
        parse_value(text)
    return len(texts) / (process_time() - start)


def report(label: str, texts: list[str], times: int) -> str:
    """A row of the table: the medians of several alternating rounds."""
    rounds = [(own_speed(texts), peers.ask("speed", texts)) for _ in range(times)]
    own, peer = median(one for one, _ in rounds), median(other for _, other in rounds)
    ratio = median(one / other for one, other in rounds)
    again = repeated_speed(texts[:5_000]) / peer
    row = f"| {label} | {len(texts):,} | {own:,.0f} | {peer:,.0f} | {ratio:.2f} | {again:.0f} |\n"
    print(row, end="", flush=True)
    record(Figure(f"values, cold: {label}", "strings/s", own, "chinese2digits", peer, least=1))
    record(Figure(f"values, repeated: {label}", "strings/s", again * peer, "chinese2digits", peer, least=10))
    return row


def start_up() -> tuple[float, float, float]:
    """Milliseconds of processor time, medians of several runs by turns, with byte code written as usual.

    They are what importing pydantic costs, what importing normalize costs beyond it, and the first value beyond both.
    """
    with tempfile.TemporaryDirectory() as cache:
        environment = {name: said for name, said in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        environment["PYTHONPYCACHEPREFIX"] = cache
        _started("import pydantic, normalize", environment)
        runs = [
            (
                _started("import pydantic", environment),
                _started("import pydantic, normalize", environment),
                _started("import pydantic, normalize; normalize.parse_value('≥98%')", environment),
            )
            for _ in range(STARTS)
        ]
    pydantic = median(run[0] for run in runs)
    return pydantic, median(run[1] - run[0] for run in runs), median(run[2] - run[1] for run in runs)


def _started(code: str, environment: dict[str, str]) -> float:
    before = _children()
    subprocess.run([sys.executable, "-c", code], check=True, env=environment)
    return 1000 * (_children() - before)


def _children() -> float:
    used = getrusage(RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    """Print every ratio and write the page; in a quick run, print fewer and write nothing."""
    parser = argparse.ArgumentParser(prog="python -m bench.values", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="published values alone, in one round")
    quick = parser.parse_args().quick
    peers.prepare()
    print(HEAD, end="")
    published = PUBLISHED.read_text(encoding="utf-8").splitlines()
    redrawn = distinct(published, STRINGS // 4 if quick else STRINGS)
    rows = [report("published values, numbers redrawn", redrawn, 1 if quick else ROUNDS)]
    if quick:
        return
    numeric = [text for text in published if len(text) <= 12 and any(character.isdigit() for character in text)]
    rows.append(report("short numeric ones among them", distinct(numeric, STRINGS), ROUNDS))
    every = sorted({case.text for case in examples()})
    rows.append(
        report("every example once, numbers redrawn", distinct([case.text for case in examples()], STRINGS), ROUNDS)
    )
    rows.append(report("every example once as it stands", every, ROUNDS))
    pydantic, more, first = start_up()
    started = (
        f"\nIn processor time, medians of {STARTS} runs by turns with byte code cached: importing pydantic costs"
        f" {pydantic:.0f} ms, importing\n`normalize` {more:.0f} ms more, and reading the first value, for which the"
        f" vocabulary is read and patterns are\ncompiled, {first:.0f} ms more.\n"
    )
    started += f"\nThe machine had {os.cpu_count()} cores and a load of {os.getloadavg()[1]:.1f} meanwhile.\n"
    print(started, end="")
    record(Figure("start-up of normalize beyond pydantic", "ms", more, most=120))
    PAGE.write_text(HEAD + "".join(rows) + started, encoding="utf-8")


if __name__ == "__main__":
    main()
