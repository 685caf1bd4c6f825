"""Whether any value at all is read: `python -m bench.fuzz_values --seconds 300` mutates real ones and checks them.

No exception; every digit in the text of some target; targets, rules and join in agreement; what is remembered of other
values makes no difference; a plain bound reads back from its canonical text; no value takes longer than it may. The
seconds are of processor time.
"""

import argparse
import random
import sys
from collections.abc import Iterator
from time import process_time
from typing import NamedTuple

from bench.values import PUBLISHED
from normalize import Reading, parse_value, reads_as_value
from normalize.canonical import canonical_text
from normalize.expectations import expect
from normalize.numbers import LONGEST as LONGEST_NUMBER
from normalize.values import read_value, split_trailing_value
from schema.target import Comparison
from tests.normalize.examples import examples

MARKS = (
    "，。；、：（）【】《》〔〕≥≤＜>=≈±-—～~ \n\t\0\u200b%％‰℃¥①Ⅲ²½٣/·*×+.,:"
    "每日月年个半第前后内起至到或和与不低高于增降较上多余约近"
)
NUMERALS = "0123456789０９〇一二两三十百千万亿"
LONGEST = 400
SLOWEST = 0.5
"""Seconds of processor time that a value of that length may take at most, twice in a row."""


class Beside(NamedTuple):
    """What stands beside a value."""

    unit: str | None
    operator: str | None
    name: str | None
    fiscal_year: int | None
    level: str | None


def values(drawn: random.Random) -> Iterator[tuple[str, Beside]]:
    """Real values with up to six mutations, and something beside them."""
    real = [example.text for example in examples()] + PUBLISHED.read_text(encoding="utf-8").splitlines()
    units = [None, None, "%", "万元", "人次", "天", "元/亩", "无"]
    operators = [None, None, "≥", "＜=", "定性", "定量", "不适用"]
    names = [None, None, "满意度", "完成时间", "项目成本", "交易额增幅", "安全事故数", "苗木成活率（≥**%）"]
    while True:
        text = drawn.choice(real)
        for _ in range(drawn.randint(0, 6)):
            text = _mutated(text, drawn, real)[:LONGEST]
        beside = Beside(
            drawn.choice([*units, drawn.choice(real)]), drawn.choice(operators), drawn.choice([*names, text]),
            drawn.choice([None, 2024, 9999]), drawn.choice([None, "时效指标", "成本指标"]),
        )  # fmt: skip
        yield text, beside


def _mutated(text: str, drawn: random.Random, real: list[str]) -> str:
    at, to = sorted((drawn.randint(0, len(text)), drawn.randint(0, len(text))))
    match drawn.randint(0, 5):
        case 0:
            return text[:at] + text[at + 1 :]
        case 1:
            return text[:at] + drawn.choice(MARKS + NUMERALS) + text[at:]
        case 2:
            return text[:at] + drawn.choice(NUMERALS) * drawn.choice([1, 2, 45]) + text[to:]
        case 3:
            other = drawn.choice(real)
            return text[:at] + other[drawn.randint(0, len(other)) :] + text[at:]
        case 4:
            return text[:at] + text[at:to] * 2 + text[to:]
        case _:
            return text[to:] + text[at:to] + text[:at]


def wrong(text: str, beside: Beside) -> str | None:
    """What is wrong with the reading of a value, or None.

    >>> wrong("≥98%", Beside(None, None, "合格率", 2024, None)) is None
    True
    """
    said = beside._asdict()
    reading = parse_value(text, **said)
    full = read_value(text, expect(*beside))
    if (reading.targets, reading.join, reading.diagnostics, reading.rules) != tuple(full):
        return "what was remembered makes a difference"
    reads_as_value(text)
    split_trailing_value(text)
    return _unwhole(text, reading) or _unstable(reading)


def _unwhole(text: str, reading: Reading) -> str | None:
    told = "".join(target.text for target in reading.targets)
    for digit in {character for character in text if character.isdecimal()}:
        if told.count(digit) < text.count(digit):
            return f"a digit is lost: {digit}"
    if not reading.targets or len(reading.rules) != len(reading.targets):
        return "targets and rules do not agree"
    return None if (reading.join is None) == (len(reading.targets) == 1) else "targets and join do not agree"


def _unstable(reading: Reading) -> str | None:
    for target in reading.targets:
        if not isinstance(target, Comparison) or target.basis or target.per or target.trigger or target.change:
            continue
        if target.value is None or target.unit_canonical in {None, "1/10万"} or target.comparator == "~":
            continue
        if target.low is None and target.high is None:  # 3个±2℃, which a diagnostic tells
            continue
        if max(len(target.low or ""), len(target.high or "")) > LONGEST_NUMBER:
            continue
        again = parse_value(canonical_text(target)).targets
        if len(again) != 1 or _bounds(again[0]) != _bounds(target):
            return f"reads back otherwise: {canonical_text(target)}"
    return None


def _bounds(target: object) -> tuple[object, ...]:
    names = ("comparator", "low", "high", "low_open", "high_open", "unit_canonical")
    return tuple(getattr(target, name, None) for name in names)


def slow(text: str, beside: Beside) -> bool:
    """Whether a full reading takes longer than it may, twice in a row."""
    for _ in range(2):
        start = process_time()
        read_value(text, expect(*beside))
        if process_time() - start < SLOWEST:
            return False
    return True


def main() -> None:
    """Read mutated values for a while; exit 1 at the first that is read wrongly."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=300)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randint(0, 10**6))
    asked = parser.parse_args()
    count, start = 0, process_time()
    for text, beside in values(random.Random(asked.seed)):  # noqa: S311 - drawn again from the same seed, no secret
        odd = wrong(text, beside) or ("takes too long" if slow(text, beside) else None)
        if odd:
            print(f"seed {asked.seed}, value {count}: {odd}\n{text!r}\n{tuple(beside)!r}")
            sys.exit(1)
        count += 1
        if process_time() - start > asked.seconds:
            break
    print(f"{count:,} values, seed {asked.seed}, {process_time() - start:.0f} seconds: nothing wrong")


if __name__ == "__main__":
    main()
