"""How fast values are read, as ratios to chinese2digits in the same run: `python -m bench.values`."""

import random
import re
import subprocess
import sys
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from bench import peers
from normalize import parse_value
from normalize.values import forget
from tests.normalize.examples import examples

PUBLISHED = Path(__file__).with_name("published.txt")
DAY = re.compile("20[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日")
NUMBER = re.compile("(?<![0-9.])[0-9]+(?![0-9年月日])")
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


def report(label: str, texts: list[str]) -> None:
    """The median ratio of several alternating rounds."""
    rounds = [(own_speed(texts), peers.ask("speed", texts)) for _ in range(ROUNDS)]
    own, peer = median(one for one, _ in rounds), median(other for _, other in rounds)
    ratio = median(one / other for one, other in rounds)
    again = repeated_speed(texts[:5_000])
    print(
        f"{label:<42} {len(texts):>6} strings  jixiao {own:>8,.0f}/s  chinese2digits {peer:>8,.0f}/s  ratio {ratio:.2f}"
        f"  repeated {again / own:.0f}x"
    )


def start_up() -> float:
    """Milliseconds that importing normalize costs beyond importing pydantic, the median of several runs."""
    times: dict[str, list[float]] = {"pydantic": [], "normalize": []}
    for _ in range(9):
        for name, code in (("pydantic", "import pydantic"), ("normalize", "import pydantic, normalize")):
            start = perf_counter()
            subprocess.run([sys.executable, "-c", code], check=True)
            times[name].append(perf_counter() - start)
    return 1000 * (min(times["normalize"]) - min(times["pydantic"]))


def main() -> None:
    """Print every ratio."""
    peers.prepare()
    published = PUBLISHED.read_text(encoding="utf-8").splitlines()
    report("published values, digits redrawn", distinct(published, STRINGS))
    numeric = [text for text in published if len(text) <= 12 and any(character.isdigit() for character in text)]
    report("short numeric ones among them", distinct(numeric, STRINGS))
    report("every phenomenon once, digits redrawn", distinct([example.text for example in examples()], STRINGS))
    print(f"importing normalize costs {start_up():.0f} ms more than importing pydantic")


if __name__ == "__main__":
    main()
